import type { ReactNode } from 'react';
import { api } from '../../api/api';
import type { CaseRow } from '../../api/caseTypes';
import type { AlertRow, TripRow } from '../../api/types';
import { useRequest } from '../../common/hooks';
import { GradeMark, ReviewMark, RuleName } from '../../common/Marks';
import { routeTo } from '../../common/route';
import { mayOpen, useUser } from '../../common/user';
import { clock } from '../../domain/time';
import { useText } from '../../i18n/language';

const MOST_CASES = 20;

interface Props {
  plate: string;
  date: string;
  period: readonly [from: string, to: string];
}

/** What a vehicle did on a day, trip by trip, what was raised of it, and the newest cases about it. */
export function VehicleDay({ plate, date, period: [from, to] }: Props) {
  const t = useText();
  const user = useUser();
  const trips = useRequest(() => (mayOpen(user, 'trips') ? api.trips(date, plate) : null), [plate, date]).data?.trips ?? [];
  const alerts = useRequest(() => api.alerts({ plate, from, to }), [plate, from, to]).data?.alerts ?? [];
  const cases = useRequest(() => (mayOpen(user, 'cases') ? api.cases({ plate, limit: MOST_CASES }) : null), [plate]).data?.cases ?? [];
  return (
    <div className="vehicle-day">
      <Part title={t.nav.trips} count={trips.length}>
        {trips.map((trip) => (
          <Trip key={trip.id} trip={trip} />
        ))}
      </Part>
      <Part title={t.playback.alerts} count={alerts.length}>
        {alerts.map((alert) => (
          <Alert key={alert.id} alert={alert} leads={mayOpen(user, 'review')} />
        ))}
      </Part>
      <Part title={t.nav.cases} count={cases.length}>
        {cases.map((row) => (
          <Case key={row.id} row={row} />
        ))}
        <li>
          <a href={routeTo('cases', 'search', { plate })}>{t.vehicle.allCases}</a>
        </li>
      </Part>
    </div>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <>
      <h3>
        {title} <span className="number">{count}</span>
      </h3>
      <ol>{children}</ol>
    </>
  );
}

/** From the site over the road to where it ended; leads to its track. */
function Trip({ trip }: { trip: TripRow }) {
  const t = useText();
  const { plate, outTime, endTime, siteName, siteId, endPlaceName, endPlaceId, endKind, distanceMetres } = trip;
  const way = distanceMetres === null ? '' : ` ${(distanceMetres / 1000).toFixed(1)} km `;
  const there = endPlaceName || endPlaceId;
  return (
    <li>
      <a href={routeTo('playback', plate, endTime ? { from: outTime, to: endTime } : {})}>
        <span className="number">{clock(outTime)}</span> {siteName || siteId} —{way}— {endTime && <span className="number">{clock(endTime)}</span>} {there}
      </a>
      <span className={`end end-${endKind}`}>{t.endKind[endKind]}</span>
    </li>
  );
}

function Alert({ alert, leads }: { alert: AlertRow; leads: boolean }) {
  const name = (
    <>
      <span className="number">{clock(alert.start)}</span> <RuleName alert={alert} />
    </>
  );
  return (
    <li>
      <GradeMark grade={alert.grade} />
      {leads ? <a href={routeTo('review', alert.id)}>{name}</a> : <span>{name}</span>}
      <ReviewMark alert={alert} />
    </li>
  );
}

function Case({ row }: { row: CaseRow }) {
  const t = useText();
  return (
    <li>
      <a href={routeTo('cases', String(row.id))}>
        <span className="number">{row.id}</span> {row.title}
      </a>
      <span className="dim">{t.cases.stage[row.stage]}</span>
    </li>
  );
}
