import { Alert as Notice, Tabs } from 'antd';
import { useMemo } from 'react';
import { api } from '../../api/api';
import type { LinkedAnswer } from '../../api/leadTypes';
import type { AlertRow, Places } from '../../api/types';
import { AboutAlert } from '../../common/AboutAlert';
import { useRequest } from '../../common/hooks';
import { LongList } from '../../common/LongList';
import { VehicleLink } from '../../common/Marks';
import { useRoute } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { useText } from '../../i18n/language';
import { CityMap, useCity } from '../../map/CityMap';
import { circle, collection, point } from '../../map/spotLayers';
import { SpotsLayer } from '../../map/SpotsLayer';
import '../../style/leads.css';
import { LinkedCases } from './LinkedCases';
import { LinkedTruckFacts } from './LinkedTruckFacts';
import '../../style/reverse.css';

const HIDDEN = ['routes', 'zones'] as const;
const RADIUS = 100;

/** 串案扩线 (P09): which trucks stood where something was dumped, where their loads came from, and who may have unseen. */
export default function LinkedPage() {
  const { argument } = useRoute();
  const ofCase = /^case-(\d+)$/.exec(argument)?.[1];
  return ofCase ? <LinkedCases id={ofCase} /> : <OfAlert id={argument} />;
}

function OfAlert({ id }: { id: string }) {
  const t = useText();
  const alert = useRequest(() => api.alert(id), [id]);
  const request = useRequest(() => api.linked(id), [id]);
  const { data: city } = useCity();
  const drawn = useMemo(() => collection(featuresOf(alert.data, request.data, city?.places)), [alert.data, request.data, city]);
  return (
    <div className="playback" data-linked={request.data?.trucks.length}>
      <AboutAlert alert={alert.data} id={id} title={t.linked.title} note={t.leads.disclaimer} />
      <div className="reverse-desk">
        <CityMap hidden={HIDDEN}>
          <SpotsLayer id="linked" data={drawn} />
        </CityMap>
        <section className="panel leads-panel">
          <Loaded request={request}>{(answer) => <Lists answer={answer} own={alert.data?.plate ?? ''} />}</Loaded>
        </section>
      </div>
    </div>
  );
}

/** The dump, and the sites from which loads came there. */
function featuresOf(alert: AlertRow | null, answer: LinkedAnswer | null, places: Places | undefined) {
  if (!alert || alert.lon === null || alert.lat === null) return [];
  const sites = new Set(answer?.trucks.flatMap((truck) => truck.sites));
  const origins = places?.features.filter(({ properties }) => sites.has(properties.id)) ?? [];
  return [
    circle(alert.lon, alert.lat, RADIUS),
    ...origins.map(({ geometry, properties }) => point(...middle(geometry.coordinates[0] as [number, number][]), 'begin', properties.name)),
    point(alert.lon, alert.lat, 'bad', '', true),
  ];
}

/** Of the corners, the first of which stands twice. */
function middle(ring: [number, number][]): [number, number] {
  const corners = ring.slice(1);
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
}

function Lists({ answer, own }: { answer: LinkedAnswer; own: string }) {
  const t = useText();
  const { confirmed, trucks, unobserved } = answer;
  return (
    <>
      {!confirmed && <Notice type="warning" showIcon title={t.linked.unconfirmed} />}
      <Tabs
        className="track-tabs"
        items={[
          {
            key: 'trucks',
            label: t.linked.trucks(trucks.length),
            children: trucks.length === 0 ? <Nothing title={t.linked.none} hint={t.linked.noneHint} /> : <LongList of={trucks} className="reverse-list">{(one) => <LinkedTruckFacts key={one.plate} truck={one}>{one.plate === own && <span className="dim">{t.linked.own}</span>}</LinkedTruckFacts>}</LongList>,
          },
          {
            key: 'unobserved',
            label: t.linked.unobserved(unobserved.length),
            children: (
              <>
                <p className="dim">{t.linked.unobservedHint}</p>
                <LongList of={unobserved} className="reverse-list">
                  {({ plate, company, trips, observed }) => (
                    <li key={plate}>
                      <VehicleLink plate={plate} /> <span className="dim">{company}</span>
                      <p className="dim">{t.linked.lost(trips, `${Math.round(observed * 100)}%`)}</p>
                    </li>
                  )}
                </LongList>
              </>
            ),
          },
        ]}
      />
    </>
  );
}
