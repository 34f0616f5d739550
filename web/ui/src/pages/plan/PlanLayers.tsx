import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { useEffect, useMemo } from 'react';
import type { PlanItem, PlanLayer } from '../../api/planTypes';
import { useStore } from '../../common/hooks';
import { PADDING } from '../../map/calmMap';
import { useMap } from '../../map/CityMap';
import { useLayers, type OwnLayer } from '../../map/useLayers';
import { idsOf, isTask, isZone, stateOf } from './items';
import type { Plan } from './usePlan';

const FILL = 'plan-fill';
const LINE = 'plan-line';
const FAINT: ExpressionSpecification = ['case', ['get', 'chosen'], 1, ['get', 'faint'], 0.28, 0.85];
const COLOUR: ExpressionSpecification = [
  'case',
  ['==', ['get', 'layer'], 'routes'],
  '#7a5bc4',
  ['get', 'zone'],
  '#d03c3c',
  ['match', ['get', 'kind'], 'SITE', '#d9822b', ['DISPOSAL', 'BACKFILL'], '#8a5a2b', ['PLANT', 'TRANSFER'], '#5b7f2e', '#52707a'],
];
const LAYERS: OwnLayer[] = [
  { id: FILL, type: 'fill', filter: ['==', ['get', 'layer'], 'places'], paint: { 'fill-color': COLOUR, 'fill-opacity': ['case', ['get', 'chosen'], 0.34, ['get', 'faint'], 0.06, 0.18] } },
  { id: LINE, type: 'line', layout: { 'line-join': 'round' }, paint: { 'line-color': COLOUR, 'line-width': ['case', ['get', 'chosen'], 4, ['==', ['get', 'layer'], 'routes'], 2.4, 1.5], 'line-opacity': FAINT } },
  {
    id: 'plan-names',
    type: 'symbol',
    minzoom: 11,
    filter: ['==', ['get', 'layer'], 'places'],
    // below a place that is drawn small, in the middle of one that is large
    layout: { 'text-field': ['get', 'name'], 'text-size': 11.5, 'text-anchor': 'top', 'text-offset': ['step', ['zoom'], ['literal', [0, 0.7]], 14, ['literal', [0, 0]]] },
    paint: { 'text-color': COLOUR, 'text-halo-color': '#fff', 'text-halo-width': 1.6, 'text-opacity': FAINT },
  },
];

interface Props {
  plan: Plan;
  layer: PlanLayer;
  chosen: Pick<PlanItem, 'id' | 'columns'> | null;
  /** The chosen one's shape is being drawn anew: it is not shown as it was. */
  editing: boolean;
  onChoose: (layer: PlanLayer, id: string) => void;
}

/** Every place and route; what is chosen, or what the chosen permit names, stands out and comes into view. */
export function PlanLayers({ plan, layer, chosen, editing, onChoose }: Props) {
  const map = useMap();
  const store = useStore();
  const marked = useMemo(() => markedBy(layer, chosen), [layer, chosen]);
  const data = useMemo<FeatureCollection>(() => {
    const aside = isTask(layer);
    // What is to be cleaned and collected has no routes: places alone tell where one is.
    const features = (aside ? (['places'] as const) : (['places', 'routes'] as const)).flatMap((name) =>
      plan.items[name].flatMap((item) => feature(name, item, marked.has(`${name} ${item.id}`), aside || marked.size > 0 || stateOf(item, store.now()) === 'ended', editing)),
    );
    return { type: 'FeatureCollection', features };
  }, [plan, layer, marked, editing, store]);
  useLayers('plan', data, LAYERS);
  useEffect(() => {
    const corners = data.features.filter(({ properties }) => properties?.chosen).flatMap(({ geometry }) => cornersOf(geometry));
    if (corners.length === 0) return;
    const lngs = corners.map(([lng]) => lng);
    const lats = corners.map(([, lat]) => lat);
    map.fitBounds([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)], { padding: PADDING, maxZoom: 16, duration: 0 });
    // Only another choice moves the map, not an edit of what is chosen.
  }, [map, marked]);
  useEffect(() => {
    const clicks = [FILL, LINE].map((id) =>
      map.on('click', id, ({ features }) => {
        const found = features?.[0]?.properties as { layer: PlanLayer; id: string } | undefined;
        if (found) onChoose(found.layer, found.id);
      }),
    );
    return () => clicks.forEach((one) => one.unsubscribe());
  }, [map, onChoose]);
  return null;
}

function markedBy(layer: PlanLayer, chosen: Props['chosen']): ReadonlySet<string> {
  if (!chosen) return new Set();
  if (layer !== 'permits') return new Set([`${layer} ${chosen.id}`]);
  const { site_id: site = '', disposal_ids: grounds = '', route_ids: routes = '' } = chosen.columns;
  return new Set([...[site, ...idsOf(grounds)].map((id) => `places ${id}`), ...idsOf(routes).map((id) => `routes ${id}`)]);
}

function feature(layer: PlanLayer, { id, columns, geometry }: PlanItem, chosen: boolean, faint: boolean, editing: boolean): Feature[] {
  if (!geometry || (chosen && editing)) return [];
  const { name = '', kind = '' } = columns;
  return [{ type: 'Feature', geometry, properties: { layer, id, name: name || id, kind, zone: isZone(kind), chosen, faint } }];
}

function cornersOf(geometry: Feature['geometry']): number[][] {
  if (geometry.type === 'LineString') return geometry.coordinates;
  if (geometry.type === 'Polygon') return geometry.coordinates[0];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flatMap(([ring]) => ring) : [];
}
