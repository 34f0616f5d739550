import type { Feature } from 'geojson';
import type { ExpressionSpecification, MapLayerMouseEvent } from 'maplibre-gl';
import { useEffect, useMemo, useRef } from 'react';
import type { CaseRow } from '../../api/caseTypes';
import { go } from '../../common/route';
import { useText } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';
import { PADDING } from '../../map/calmMap';
import { CityMap, useMap } from '../../map/CityMap';
import { collection, extent } from '../../map/spotLayers';
import { useLayers, type OwnLayer } from '../../map/useLayers';
import { levelOf, mostUrgentFirst } from './board';

const HIDDEN = ['routes'] as const;
const NEAREST = 15;
const SOURCE = 'cases';
const POINTS = `${SOURCE}-points`;

/** The colours of the board. */
const COLOUR: ExpressionSpecification = ['match', ['get', 'level'], 'calm', '#1f9d57', 'amber', '#e88a1a', '#e0343b'];
const LAYERS: readonly OwnLayer[] = [
  { id: POINTS, type: 'circle', paint: { 'circle-radius': ['match', ['get', 'level'], 'calm', 6, 'amber', 7, 8], 'circle-color': COLOUR, 'circle-stroke-color': '#fff', 'circle-stroke-width': 2 } },
  {
    id: `${SOURCE}-names`,
    type: 'symbol',
    layout: { 'text-field': ['get', 'name'], 'text-size': 12, 'text-offset': [0, 1], 'text-anchor': 'top' },
    paint: { 'text-color': COLOUR, 'text-halo-color': '#fff', 'text-halo-width': 1.8 },
  },
];

/** Cases with a place, the most urgent on top. */
export function caseSpots(rows: readonly CaseRow[], now: number, t: Pick<Dictionary, 'cases'>): Feature[] {
  return mostUrgentFirst(rows, now)
    .reverse()
    .flatMap((row) => {
      const { id, lon, lat, type } = row;
      if (lon === null || lat === null) return [];
      return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { id, level: levelOf(row, now), name: t.cases.type[type] } }];
    });
}

/** Where the cases of the board are; a click opens one. */
export default function CasesMap({ rows, now }: { rows: readonly CaseRow[]; now: number }) {
  const t = useText();
  const spots = caseSpots(rows, now, t);
  return (
    <aside className="panel side cases-map" aria-label={t.cases.map} data-cases-map={spots.length}>
      <CityMap hidden={HIDDEN}>
        <CasesLayer spots={spots} />
      </CityMap>
      {spots.length < rows.length && <p className="dim">{t.cases.withoutPlace(rows.length - spots.length)}</p>}
    </aside>
  );
}

function CasesLayer({ spots }: { spots: Feature[] }) {
  const map = useMap();
  const key = JSON.stringify(spots);
  // The board is drawn each second; the map only when something on it has changed.
  const data = useMemo(() => collection(spots), [key]);
  useLayers(SOURCE, data, LAYERS, true);
  const shown = useRef(false);
  useEffect(() => {
    const bounds = extent(data);
    // Later the view is the reader's own.
    if (!bounds || shown.current) return;
    shown.current = true;
    map.fitBounds(bounds, { padding: PADDING, maxZoom: NEAREST, duration: 0 });
  }, [map, data]);
  useEffect(() => {
    const open = (event: MapLayerMouseEvent) => go('cases', String(event.features?.[0]?.properties.id));
    const point = (cursor: string) => () => {
      map.getCanvas().style.cursor = cursor;
    };
    const heard = [map.on('click', POINTS, open), map.on('mouseenter', POINTS, point('pointer')), map.on('mouseleave', POINTS, point(''))];
    return () => heard.forEach((subscription) => subscription.unsubscribe());
  }, [map]);
  return null;
}
