import { useEffect, useMemo, useState } from 'react';
import { api } from '../../../api/api';
import type { CityNow } from '../../../api/types';
import { useFleetEvery, useRequest } from '../../../common/hooks';
import { useText } from '../../../i18n/language';
import { useCity, useMap } from '../../../map/CityMap';
import { NO_FEATURES, useLayers, type OwnLayer } from '../../../map/useLayers';
import { CAMERA_COLOUR, CLOSURE_COLOUR } from './colours';
import { cameraSpots, closureLines, countSpots, insideNow } from './cityNow';

/** Nothing of it is urgent, ms. */
const EVERY = 30_000;
const INSIDE_EVERY = 15_000;
/** Further away there is no room for words. */
const NEAR = 12;

const HALO = { 'text-halo-color': '#fff', 'text-halo-width': 1.6 };
const CLOSURES: OwnLayer[] = [
  { id: 'closures', type: 'line', paint: { 'line-color': CLOSURE_COLOUR, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 3, 17, 12], 'line-dasharray': [1.2, 0.8] } },
  { id: 'closures-name', type: 'symbol', minzoom: NEAR, layout: { 'symbol-placement': 'line-center', 'text-field': ['get', 'text'], 'text-size': 12, 'text-offset': [0, -1] }, paint: { 'text-color': CLOSURE_COLOUR, ...HALO } },
];
const CAMERAS: OwnLayer[] = [
  { id: 'cameras', type: 'circle', minzoom: 11, paint: { 'circle-radius': 5, 'circle-color': ['case', ['get', 'works'], CAMERA_COLOUR, '#8a969b'], 'circle-stroke-color': '#fff', 'circle-stroke-width': 2 } },
  { id: 'cameras-name', type: 'symbol', minzoom: 14, layout: { 'text-field': ['get', 'id'], 'text-size': 11, 'text-offset': [0, -1.2] }, paint: { 'text-color': CAMERA_COLOUR, ...HALO } },
];
const COUNTS: OwnLayer[] = [
  { id: 'counts', type: 'symbol', layout: { 'text-field': ['get', 'text'], 'text-size': 11.5, 'text-anchor': 'top', 'text-offset': [0, 2.1], 'text-ignore-placement': true }, paint: { 'text-color': '#0b7d6e', ...HALO } },
];

export interface Shown {
  cameras: boolean;
  closures: boolean;
  counts: boolean;
}

/** What is so on the map just now beside the vehicles: closed roads, gate cameras, loads and vehicles at places. */
export function NowLayers({ cameras, closures, counts }: Shown) {
  const { data, reload } = useRequest(() => (cameras || closures || counts ? api.cityNow() : null), [cameras || closures || counts]);
  useEffect(() => {
    const timer = window.setInterval(reload, EVERY);
    return () => window.clearInterval(timer);
  }, [reload]);
  if (!data) return null;
  return (
    <>
      {closures && <Closures now={data} />}
      {cameras && <Cameras now={data} />}
      {counts && <Counts now={data} />}
    </>
  );
}

function Closures({ now }: { now: CityNow }) {
  const t = useText();
  const { data: city } = useCity();
  const lines = useMemo(() => (city ? closureLines(city.segments, now.closures, t.map.closed) : NO_FEATURES), [city, now, t]);
  useLayers('closures', lines, CLOSURES);
  return null;
}

function Cameras({ now }: { now: CityNow }) {
  const { data: city } = useCity();
  const spots = useMemo(() => (city ? cameraSpots(city.places, now.cameras) : NO_FEATURES), [city, now]);
  useLayers('cameras', spots, CAMERAS, true);
  return null;
}

/** Far away nothing of it would be read: the map is not drawn again for it. */
function Counts({ now }: { now: CityNow }) {
  const map = useMap();
  const [isNear, setNear] = useState(() => map.getZoom() >= NEAR);
  useEffect(() => {
    const subscription = map.on('zoomend', () => setNear(map.getZoom() >= NEAR));
    return () => subscription.unsubscribe();
  }, [map]);
  return isNear ? <CountsNear now={now} /> : null;
}

function CountsNear({ now }: { now: CityNow }) {
  const t = useText();
  const { data: city } = useCity();
  const store = useFleetEvery(INSIDE_EVERY);
  const version = store.snapshot();
  const spots = useMemo(
    () => (city ? countSpots(city.places, now.counts, insideNow(city.places, store.live.values()), t.map.counted) : NO_FEATURES),
    [city, now, store, version, t],
  );
  useLayers('counts', spots, COUNTS, true);
  return null;
}
