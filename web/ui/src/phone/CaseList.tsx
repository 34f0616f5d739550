import type { CaseDetail } from '../api/caseTypes';
import { useText } from '../i18n/language';
import { levelOf } from '../pages/cases/board';
import { CaseMarks } from '../pages/cases/CaseCard';
import { CountDown } from '../pages/cases/CountDown';
import { titleOf } from '../pages/cases/words';
import { waitingOf, type QueuedItem } from './queue';

interface Props {
  cases: readonly CaseDetail[] | null;
  items: readonly QueuedItem[];
  now: number;
}

export function CaseList({ cases, items, now }: Props) {
  const t = useText();
  if (cases === null) return null;
  if (cases.length === 0) {
    return (
      <p className="phone-none">
        <b>{t.phone.none}</b>
        <span className="dim">{t.phone.noneHint}</span>
      </p>
    );
  }
  return (
    <ol className="phone-cases">
      {cases.map((one) => (
        <li key={one.id}>
          <a className={`phone-card ${levelOf(one, now)}`} href={`#/${one.id}`} data-case={one.id}>
            <span>
              <b>{t.cases.type[one.type]}</b> <span className="dim">{t.cases.number(one.id)}</span>
              <em>{t.cases.stage[one.stage]}</em>
            </span>
            <span>{titleOf(one, t)}</span>
            <span>
              <CountDown row={one} now={now} /> <CaseMarks row={one} />
              {waitingOf(items, one.id).length > 0 && <em className="waiting">{t.phone.state.waiting}</em>}
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}
