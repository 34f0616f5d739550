import { useText } from '../../i18n/language';
import type { CalendarDay } from './items';

interface Props {
  days: readonly CalendarDay[];
  chosen: string | null;
  onChoose: (date: string | null) => void;
}

/** 到期日历: how many permits have their last day on which day; a click lists them. */
export function ExpiryCalendar({ days, chosen, onChoose }: Props) {
  const t = useText();
  return (
    <div className="plan-calendar" role="group" aria-label={t.plan.calendar}>
      <p>
        <b>{t.plan.calendar}</b>
        {chosen && (
          <button type="button" onClick={() => onChoose(null)}>
            {t.plan.clearDay}
          </button>
        )}
      </p>
      <div>
        {t.plan.weekdays.map((name) => (
          <small key={name}>{name}</small>
        ))}
        {days.map(({ date, ids, past }) => (
          <button
            key={date}
            type="button"
            className={[past ? 'past' : '', ids.length > 0 ? 'due' : '', date === chosen ? 'on' : ''].join(' ')}
            disabled={ids.length === 0}
            aria-pressed={date === chosen}
            title={t.plan.expiresOn(ids.length, date)}
            onClick={() => onChoose(date === chosen ? null : date)}
          >
            <span>{Number(date.slice(8))}</span>
            {ids.length > 0 && <b className="number">{ids.length}</b>}
          </button>
        ))}
      </div>
    </div>
  );
}
