import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { Tabs } from 'antd';
import { useMemo } from 'react';
import { api } from '../../api/api';
import type { RestPlace, StayAnswer, SuspectStay } from '../../api/leadTypes';
import { useRequest } from '../../common/hooks';
import { LongList } from '../../common/LongList';
import { VehicleLink } from '../../common/Marks';
import type { DayPeriod } from '../../common/PeriodPicker';
import { routeTo, trackAround } from '../../common/route';
import { Score } from '../../common/Score';
import { Loaded, Nothing } from '../../common/States';
import { monthDayTime } from '../../domain/time';
import { conditionName, conditionValue } from '../../domain/trace';
import { useLanguage, useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { collection, point } from '../../map/spotLayers';
import { SpotsLayer } from '../../map/SpotsLayer';

const HIDDEN = ['routes', 'zones'] as const;
const WEIGHT = / \(([\d.]+)\)$/;

/** 疑似停留: where loads may have been dumped (M02), alerts or not, and spots at which trucks only rest. */
export function Stays({ period }: { period: DayPeriod }) {
  const request = useRequest(() => api.stays(period.from, period.to), [period]);
  const { data } = request;
  const drawn = useMemo(() => collection(data ? featuresOf(data) : []), [data]);
  return (
    <div className="reverse-desk" data-stays={data?.stays.length}>
      <CityMap hidden={HIDDEN}>
        <SpotsLayer id="stays" data={drawn} />
      </CityMap>
      <section className="panel leads-panel">
        <Loaded request={request}>{(answer) => <Lists answer={answer} />}</Loaded>
      </section>
    </div>
  );
}

function featuresOf({ stays, restPlaces }: StayAnswer) {
  return [
    ...restPlaces.map(({ longitude, latitude, plate }) => point(longitude, latitude, 'place', plate)),
    ...stays.map(({ longitude, latitude, plate, alertId }) => point(longitude, latitude, 'bad', plate, alertId !== null)),
  ];
}

function Lists({ answer: { stays, restPlaces, lostLoads } }: { answer: StayAnswer }) {
  const t = useText();
  return (
    <>
      {lostLoads > 0 && <p className="leads-unseen">{t.leads.lostStays(lostLoads)}</p>}
      <Tabs
        className="track-tabs"
        items={[
          {
            key: 'stays',
            label: t.leads.stays(stays.length),
            children: stays.length === 0 ? <Nothing title={t.leads.noStays} hint={t.leads.noStaysHint} /> : <LongList of={stays} className="reverse-list">{(one) => <Stay key={one.plate + one.start} stay={one} />}</LongList>,
          },
          {
            key: 'rests',
            label: t.leads.rests(restPlaces.length),
            children: (
              <>
                <p className="dim">{t.leads.restsHint}</p>
                <LongList of={restPlaces} className="reverse-list">{(one) => <Rest key={one.plate + one.first} rest={one} />}</LongList>
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function Stay({ stay: { plate, company, start, end, score, isFinal, alertId, features } }: { stay: SuspectStay }) {
  const { t, language } = useLanguage();
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
  return (
    <li data-stay={start}>
      <header>
        <VehicleLink plate={plate} />
        <span className="dim">{company}</span>
        {alertId && <a href={routeTo('review', alertId)}>{t.leads.toReview}</a>}
        <a href={trackAround(plate, start, end)}>{t.reverse.playback}</a>
      </header>
      <Score of={score} title={t.leads.suspicion} />
      <p className="dim">{t.leads.stay(monthDayTime(start), minutes, isFinal)}</p>
      <ul>
        {features.map(({ name, value, held }) => (
          <li key={name} className={held ? '' : 'dim'}>
            {held ? <CheckOutlined className="good" /> : <CloseOutlined />} {conditionName(name, language).replace(WEIGHT, '')}{' '}
            <span className="number">+{Number(WEIGHT.exec(name)?.[1] ?? 0).toFixed(2)}</span> <span className="dim">{conditionValue(value, language)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Rest({ rest: { plate, company, stays, first, last, longitude, latitude } }: { rest: RestPlace }) {
  const t = useText();
  return (
    <li>
      <header>
        <VehicleLink plate={plate} />
        <span className="dim">{company}</span>
        <b className="leads-right">{t.leads.sightings(stays)}</b>
      </header>
      <p className="dim number">{`${monthDayTime(first)} – ${monthDayTime(last)} · ${longitude.toFixed(5)}, ${latitude.toFixed(5)}`}</p>
    </li>
  );
}
