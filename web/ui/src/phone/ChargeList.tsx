import type { Charge } from '../api/appealTypes';
import { RuleName } from '../common/Marks';
import { routeTo } from '../common/route';
import { monthDayTime } from '../domain/time';
import { useText } from '../i18n/language';
import { isAppealed, type QueuedItem } from './queue';

interface Props {
  charges: readonly Charge[];
  items: readonly QueuedItem[];
}

/** What the company may appeal against, and its appeals that are undecided. */
export function ChargeList({ charges, items }: Props) {
  const t = useText();
  return (
    <>
      <Charges name="CHARGED" title={t.appeals.charged} charges={charges.filter(({ appeal }) => !appeal)} items={items} />
      <Charges name="OPEN" title={t.appeals.undecided} charges={charges.filter(({ appeal }) => appeal)} items={items} />
    </>
  );
}

function Charges({ name, title, charges, items }: Props & { name: string; title: string }) {
  const t = useText();
  if (charges.length === 0) return null;
  return (
    <section aria-label={title} data-charges={name}>
      <h2 className="phone-heading">
        {title} <b className="number">{charges.length}</b>
      </h2>
      <ol className="phone-cases">
        {charges.map(({ alertId, plate, until, appeal, ...rule }) => (
          <li key={alertId}>
            <a className="phone-card" href={routeTo('appeal', alertId)} data-charge-card={alertId}>
              <span>
                <b>{plate}</b> <RuleName alert={rule} />
              </span>
              <span className="dim">
                {appeal ? `${monthDayTime(appeal.at)} · ${t.appeals.waiting}` : t.appeals.before(monthDayTime(until))}
                {isAppealed(items, alertId) && <em className="waiting">{t.phone.state.waiting}</em>}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
