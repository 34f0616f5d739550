import type { AppealState, Charge } from '../../api/appealTypes';
import { RuleName } from '../../common/Marks';
import { routeTo } from '../../common/route';
import { useAppeals } from '../../common/useAppeals';
import { mayAnswerNotices, mayReviewAny, useUser } from '../../common/user';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';

/** Appeals that wait for a decision; for a company also what it may appeal against, with the end of its time, and what became of it. */
export function OpenAppeals() {
  const t = useText();
  const user = useUser();
  const own = mayAnswerNotices(user);
  if (!own && !mayReviewAny(user)) return null;
  return (
    <>
      {own && <Charges state="CHARGED" title={t.appeals.charged} told={({ until }) => t.appeals.before(monthDayTime(until))} />}
      <Charges state="OPEN" title={own ? t.appeals.undecided : t.appeals.toDecide} told={({ company, appeal }) => `${own ? '' : company} ${appeal ? monthDayTime(appeal.at) : ''}`} />
      {own && <Charges state="DECIDED" title={t.appeals.answered} told={({ appeal }) => (appeal?.decision ? t.appeals.decision[appeal.decision] : '')} />}
    </>
  );
}

function Charges({ state, title, told }: { state: AppealState; title: string; told: (charge: Charge) => string }) {
  const { rows: appeals, more } = useAppeals(state);
  if (appeals.length === 0) return null;
  return (
    <details className="open-notices" data-appeals={state}>
      <summary>
        {title}{' '}
        <b className="warn">
          {appeals.length}
          {more ? '+' : ''}
        </b>
      </summary>
      <ol>
        {appeals.map((charge) => (
          <li key={charge.alertId} data-appeal-of={charge.alertId}>
            <a href={routeTo('review', charge.alertId)}>
              {charge.plate} <RuleName alert={charge} />
            </a>
            <span className="dim number">{told(charge)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
