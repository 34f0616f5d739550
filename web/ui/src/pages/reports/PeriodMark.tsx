import type { ReportPeriod } from '../../api/reportTypes';
import { day } from '../../domain/time';
import { useText } from '../../i18n/language';

const LAST_MOMENT = 1;
const DAY_LENGTH = 10;

/** The last moment of a period. */
export const lastOf = ({ to }: ReportPeriod): number => Date.parse(to) - LAST_MOMENT;

/** The year and the number of a week or month in large; chosen days have none. */
export function PeriodMark({ of }: { of: ReportPeriod }) {
  const t = useText();
  const month = of.kind === 'MONTH' ? Number(of.period.slice(5, 7)) : 0;
  const words = { WEEK: of.period.slice(5), MONTH: t.reports.month(month), DAYS: t.reports.kind.DAYS };
  return (
    <div className="week-number" data-period={of.period}>
      <span>{of.period.slice(0, 4)}</span>
      <b className="number">{words[of.kind]}</b>
    </div>
  );
}

/** First and last day; one day once. */
export function PeriodDays({ of }: { of: ReportPeriod }) {
  const [first, last] = [day(of.from), day(lastOf(of))];
  return (
    <span className="number">
      {first}
      {first !== last && ` – ${last.slice(0, 4) === first.slice(0, 4) ? last.slice(5, DAY_LENGTH) : last}`}
    </span>
  );
}
