import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { levelOf, type Limited } from './board';
import { span } from './words';

/** How long something may still take, as a case at its stage, or by how much that is over. */
export function CountDown({ row, now }: { row: Limited; now: number }) {
  const t = useText();
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
