import { Slider } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../../api/api';
import type { PastPlace } from '../../api/pastTypes';
import { DayPicker } from '../../common/DayPicker';
import { useRequest, useStore } from '../../common/hooks';
import { LongList } from '../../common/LongList';
import { VehicleLink } from '../../common/Marks';
import { trackAround } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { clockMinutes, day, dayOf, monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { PlacesLayer } from './PlacesLayer';

const HIDDEN = ['routes', 'zones'] as const;
const MINUTE = 60_000;
const STEP = 5;
const DAY_MINUTES = 24 * 60;
const MARKS = Object.fromEntries([0, 6, 12, 18, 24].map((hour) => [hour * 60, `${hour}:00`]));
const MOVING_KMH = 3;

/** Where the fleet was at a moment of a day. */
export function FleetDesk({ tabs }: { tabs: ReactNode }) {
  const t = useText();
  const store = useStore();
  const [date, setDate] = useState(() => day(store.now()));
  const [minutes, setMinutes] = useState(() => Math.floor((store.now() - dayOf(day(store.now())).from) / MINUTE / STEP) * STEP);
  const [asked, setAsked] = useState(minutes);
  const at = dayOf(date).from + asked * MINUTE;
  const request = useRequest(() => api.pastFleet(at), [at]);
  const places = request.data?.positions ?? [];
  const moving = places.filter(({ speedKmh }) => speedKmh >= MOVING_KMH).length;
  return (
    <div className="playback" data-past-fleet={request.data ? places.length : ''}>
      <div className="toolbar">
        {tabs}
        <DayPicker value={date} onChange={setDate} />
        <b className="number">{clockMinutes(dayOf(date).from + minutes * MINUTE)}</b>
        <div className="past-slider">
          <Slider
            min={0}
            max={DAY_MINUTES}
            step={STEP}
            marks={MARKS}
            value={minutes}
            tooltip={{ formatter: null }}
            ariaLabelForHandle={t.past.slider}
            onChange={setMinutes}
            onChangeComplete={setAsked}
          />
        </div>
        {request.data && <span className="dim">{t.past.fleet(places.length, moving)}</span>}
      </div>
      <div className="reverse-desk">
        <CityMap hidden={HIDDEN}>
          <PlacesLayer places={places} onChoose={(plate) => location.assign(trackAround(plate, new Date(at).toISOString()))} />
        </CityMap>
        <section className="panel">
          <Loaded request={request}>
            {({ positions }) => (positions.length === 0 ? <Nothing title={t.past.fleetNone} hint={t.past.fleetHint} /> : <Places places={positions} at={at} />)}
          </Loaded>
        </section>
      </div>
    </div>
  );
}

function Places({ places, at }: { places: readonly PastPlace[]; at: number }) {
  const t = useText();
  return (
    <LongList of={places} className="reverse-list past-list">
      {({ plate, kind, company, time, speedKmh }) => (
        <li key={plate}>
          <header>
            <VehicleLink plate={plate} />
            <span className="dim">
              {t.kind[kind]} · {company}
            </span>
            <a href={trackAround(plate, new Date(at).toISOString())}>{t.past.playback}</a>
          </header>
          <p className="dim number">
            {Math.round(speedKmh)} {t.common.kmh} · {t.past.heard(monthDayTime(time))}
          </p>
        </li>
      )}
    </LongList>
  );
}
