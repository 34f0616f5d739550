import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { isToReview, levelOf, type Limited } from './board';
import { span } from './words';

/** When a case on the ledger is to be looked at again. */
function ReviewDue({ at, due }: { at: string; due: boolean }) {
  const t = useText();
  return (
    <span className={`count-down ${due ? 'due' : ''}`} data-review={due ? 'due' : 'later'} title={dateTime(at)}>
      {due ? <b>{t.cases.reviewDue(dateTime(at).slice(0, 10))}</b> : t.cases.reviewAt(dateTime(at).slice(0, 10))}
    </span>
  );
}

/** How long something may still take, as a case at its stage, or by how much that is over; of a case on the ledger, when it is looked at again. */
export function CountDown({ row, now }: { row: Limited & { reviewAt?: string | null }; now: number }) {
  const t = useText();
  if (row.reviewAt) return <ReviewDue at={row.reviewAt} due={isToReview(row.reviewAt, now)} />;
  if (row.dueAt === null) return <span className="dim">{t.cases.noLimit}</span>;
  const level = levelOf(row, now);
  const left = Date.parse(row.dueAt) - now;
  return (
    <span className={`count-down ${level}`} data-level={level} title={dateTime(row.dueAt)}>
      <b className="number">{left > 0 ? t.cases.left(span(left, t)) : t.cases.over(span(-left, t))}</b>
      {level === 'urge' && <em>{t.cases.urge}</em>}
    </span>
  );
}
