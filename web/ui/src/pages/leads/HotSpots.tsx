import { useMemo, useState } from 'react';
import { api } from '../../api/api';
import type { HotSpot, HotSpotAnswer, Sighting } from '../../api/leadTypes';
import { useRequest } from '../../common/hooks';
import type { DayPeriod } from '../../common/PeriodPicker';
import { routeTo } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { monthDayTime } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { circle, collection, point } from '../../map/spotLayers';
import { SpotsLayer } from '../../map/SpotsLayer';

const HIDDEN = ['routes', 'zones'] as const;
/** A spot whose sightings lie on each other is still seen. */
const LEAST_RADIUS = 40;

/** 倾倒热点 (P01): where dumping alerts and reports come together, the busiest first. */
export function HotSpots({ period }: { period: DayPeriod }) {
  const request = useRequest(() => api.hotSpots(period.from, period.to), [period]);
  const [chosen, setChosen] = useState<HotSpot | null>(null);
  const { data } = request;
  const all = useMemo(() => collection(data ? drawn(data) : []), [data]);
  const view = useMemo(() => (chosen ? collection([round(chosen)]) : all), [chosen, all]);
  return (
    <div className="reverse-desk" data-hotspots={data?.hotspots.length}>
      <CityMap hidden={HIDDEN}>
        <SpotsLayer id="hotspots" data={all} view={view} />
      </CityMap>
      <section className="panel leads-panel">
        <Loaded request={request}>{(answer) => <List answer={answer} chosen={chosen} onChoose={setChosen} />}</Loaded>
      </section>
    </div>
  );
}

const round = ({ longitude, latitude, radius }: HotSpot) => circle(longitude, latitude, Math.max(LEAST_RADIUS, radius));

function drawn({ hotspots }: HotSpotAnswer) {
  return hotspots.flatMap((spot, i) => [
    round(spot),
    ...spot.sightings.map(({ longitude, latitude }) => point(longitude, latitude, 'dim')),
    point(spot.longitude, spot.latitude, 'bad', String(i + 1), true),
  ]);
}

function List({ answer, chosen, onChoose }: { answer: HotSpotAnswer; chosen: HotSpot | null; onChoose: (spot: HotSpot | null) => void }) {
  const t = useText();
  const { hotspots, lostLoads } = answer;
  return (
    <>
      <h2>{t.leads.hotSpots(hotspots.length)}</h2>
      {lostLoads > 0 && <p className="leads-unseen">{t.leads.lostLoads(lostLoads)}</p>}
      {hotspots.length === 0 && <Nothing title={t.leads.noHotSpots} hint={t.leads.noHotSpotsHint} />}
      <ol className="reverse-list">
        {hotspots.map((spot, i) => (
          <li key={spot.first + spot.longitude} className={spot === chosen ? 'on' : ''}>
            <header>
              <button type="button" className="leads-choose" onClick={() => onChoose(spot === chosen ? null : spot)}>
                <b>{t.leads.hotSpot(i + 1)}</b> <span className="number">{t.leads.sightings(spot.sightings.length)}</span>
              </button>
            </header>
            <p className="dim">{t.leads.spot(monthDayTime(spot.first), monthDayTime(spot.last), Math.round(spot.radius))}</p>
            <ul>{spot.sightings.map((one) => <Seen key={one.source + one.id} sighting={one} />)}</ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function Seen({ sighting: { source, id, time } }: { sighting: Sighting }) {
  const t = useText();
  const alert = source in t.rule;
  return (
    <li>
      <span className="number">{monthDayTime(time)}</span> {alert ? <a href={routeTo('review', id)}>{`${source} ${word(t.rule, source)}`}</a> : word(t.leads.source, source)}
    </li>
  );
}
