import type { Standing } from '../../api/shiftTypes';
import { useText } from '../../i18n/language';

/** What stands open, or stood so when it was handed over. */
export function StandingList({ of }: { of: Standing }) {
  const t = useText();
  const rows: [string, number, boolean][] = [
    [t.shifts.alerts, of.alerts, false],
    [t.shifts.cases, of.cases, false],
    [t.shifts.overdue, of.overdue, of.overdue > 0],
    [t.shifts.exemptions, of.exemptions, false],
  ];
  return (
    <ul className="shift-standing">
      {rows.map(([name, count, bad]) => (
        <li key={name}>
          <span className="dim">{name}</span> <b className={bad ? 'number bad' : 'number'}>{count}</b>
        </li>
      ))}
    </ul>
  );
}
