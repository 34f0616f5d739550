import type { Live, Vehicle } from '../../api/types';
import { readings } from '../../common/readings';
import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { Facts } from './Facts';

/** The last report: place, speed and what the sensors say. */
export function LiveFacts({ live, vehicle }: { live?: Live; vehicle?: Vehicle }) {
  const t = useText();
  return (
    <>
      <h2>{t.vehicle.live}</h2>
      {live ? (
        <>
          <div className="vehicle-figures">
            <span>
              <b className="number">{Math.round(live.speedKmh)}</b> {t.common.kmh}
            </span>
            {live.weightT !== null && (
              <span>
                <b className="number">{live.weightT.toFixed(1)}</b> t
              </span>
            )}
          </div>
          <Facts
            rows={[
              ...readings(live, t),
              [t.live.lastReport, dateTime(live.time)],
              [t.vehicle.position, `${live.lon.toFixed(6)}, ${live.lat.toFixed(6)}`],
            ]}
          />
        </>
      ) : (
        <p className="dim">{t.vehicle.neverReported}</p>
      )}
      {vehicle && (
        <Facts rows={[[t.vehicle.ratedLoad, vehicle.ratedLoadT === null ? '—' : `${vehicle.ratedLoadT} t`]]} />
      )}
    </>
  );
}
