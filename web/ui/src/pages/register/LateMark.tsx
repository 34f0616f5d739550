import { useText } from '../../i18n/language';
import { isLate } from './layUps';

/** 补录: typed in so long after it had begun. */
export function LateMark({ hours, hint }: { hours: number; hint?: string }) {
  const t = useText();
  if (!isLate({ lateHours: hours })) return null;
  return (
    <span className="warn" title={hint} data-late>
      {t.register.late(Math.round(hours))}
    </span>
  );
}
