import type { ReactNode } from 'react';
import type { LinkedTruck } from '../../api/leadTypes';
import { VehicleLink } from '../../common/Marks';
import { trackAround } from '../../common/route';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { usePlaceNames } from '../../map/usePlaceNames';

/** A truck that stood there: how often, from which sites, and when; what can be done about it beside its plate. */
export function LinkedTruckFacts({ truck: { plate, trips, sites, dwells }, children }: { truck: LinkedTruck; children: ReactNode }) {
  const t = useText();
  const nameOf = usePlaceNames();
  return (
    <li data-linked-truck={plate}>
      <header>
        <VehicleLink plate={plate} />
        {children}
        <span className="leads-right">
          <b>{t.linked.trips(trips)}</b> <span className="dim">{t.linked.stays(dwells.length)}</span>
        </span>
      </header>
      {sites.length > 0 && (
        <p className="dim">
          {t.linked.from} {sites.map(nameOf).join('、')}
        </p>
      )}
      <ul>
        {dwells.map(({ from, to, metres }) => (
          <li key={from}>
            {t.linked.stay(monthDayTime(from), Math.round((Date.parse(to) - Date.parse(from)) / 60_000), Math.round(metres))}{' '}
            <a href={trackAround(plate, from, to)}>{t.reverse.playback}</a>
          </li>
        ))}
      </ul>
    </li>
  );
}
