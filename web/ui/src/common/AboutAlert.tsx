import type { AlertRow } from '../api/types';
import { monthDayTime } from '../domain/time';
import { useText } from '../i18n/language';
import { RuleName, VehicleLink } from './Marks';
import { routeTo } from './route';

/** The bar of a page that asks on from an alert: what it asks, of which alert, and the way back. */
export function AboutAlert({ alert, id, title, note }: { alert: AlertRow | null; id: string; title: string; note: string }) {
  const t = useText();
  return (
    <div className="toolbar">
      <b>{title}</b>
      {alert && (
        <>
          <VehicleLink plate={alert.plate} />
          <span className="dim">{alert.company}</span>
          <span>
            {alert.rule} <RuleName alert={alert} />
          </span>
          <span className="number">{monthDayTime(alert.start)}</span>
        </>
      )}
      <a className="leads-back" href={routeTo('review', id)}>
        {t.gap.back}
      </a>
      <span className="dim">{note}</span>
    </div>
  );
}
