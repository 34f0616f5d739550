import type { Feature, FeatureCollection, LineString } from 'geojson';
import { useEffect, useMemo } from 'react';
import type { PlanItem, PlanLayer } from '../../api/planTypes';
import { useStore } from '../../common/hooks';
import { PADDING } from '../../map/calmMap';
import { useCity, useMap } from '../../map/CityMap';
import { useLayers, type OwnLayer } from '../../map/useLayers';
import { stateOf } from './items';
import type { Spot } from './PointPick';
import type { Plan } from './usePlan';

const POINTS = 'plan-points';
const COLOUR = '#1b8a6b';
const LAYERS: OwnLayer[] = [
  { id: 'plan-roads', type: 'line', filter: ['==', ['get', 'layer'], 'roads'], layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': COLOUR, 'line-width': 6, 'line-opacity': 0.75 } },
  {
    id: POINTS,
    type: 'circle',
    filter: ['==', ['get', 'layer'], 'points'],
    paint: {
      'circle-radius': ['case', ['get', 'chosen'], 9, 5.5],
      'circle-color': COLOUR,
      'circle-opacity': ['case', ['get', 'faint'], 0.35, 1],
      'circle-stroke-color': '#fff',
      'circle-stroke-width': ['case', ['get', 'chosen'], 3, 1.5],
    },
  },
];

interface Props {
  plan: Plan;
  layer: PlanLayer;
  chosen: PlanItem | null;
  /** Where what is being made is to stand. */
  spot: Spot | null;
  onChoose: (pointId: string) => void;
}

/** The roads that the chosen requirement is about, or the collection points. */
export function TaskLayers({ plan, layer, chosen, spot, onChoose }: Props) {
  const map = useMap();
  const store = useStore();
  const { data: city } = useCity();
  const data = useMemo<FeatureCollection>(() => {
    if (layer === 'requirements') return { type: 'FeatureCollection', features: chosen && city ? roadsOf(chosen, city.segments.features) : [] };
    if (layer !== 'collection_points') return { type: 'FeatureCollection', features: [] };
    const placed = plan.items.collection_points
      .filter(({ id }) => !spot || id !== chosen?.id)
      .map((item) => point(item.id, Number(item.columns.lon), Number(item.columns.lat), item.id === chosen?.id, stateOf(item, store.now()) === 'ended'));
    return { type: 'FeatureCollection', features: spot ? [...placed, point('', spot.lon, spot.lat, true, false)] : placed };
  }, [plan, layer, chosen, spot, city, store]);
  useLayers('plan-tasks', data, LAYERS);
  useEffect(() => {
    const click = map.on('click', POINTS, ({ features }) => features?.[0]?.properties.id && onChoose(String(features[0].properties.id)));
    return () => click.unsubscribe();
  }, [map, onChoose]);
  useEffect(() => {
    if (!chosen) return;
    const at = layer === 'collection_points' ? [[Number(chosen.columns.lon), Number(chosen.columns.lat)]] : data.features.flatMap(({ geometry }) => (geometry as LineString).coordinates);
    if (at.length === 0) return;
    const [lngs, lats] = [at.map(([lng]) => lng), at.map(([, lat]) => lat)];
    map.fitBounds([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)], { padding: PADDING, maxZoom: 15, duration: 0 });
    // Only another choice moves the map, not an edit of what is chosen.
  }, [map, layer, chosen?.id, city]);
  return null;
}

type Segment = Feature & { properties: { id: string; grade: string } | null };

/** A line names a segment, or all of a grade. */
function roadsOf({ columns }: PlanItem, segments: readonly Segment[]): Feature[] {
  return segments
    .filter(({ properties }) => (columns.segment_id ? properties?.id === columns.segment_id : properties?.grade === columns.grade))
    .map(({ geometry }) => ({ type: 'Feature', geometry, properties: { layer: 'roads' } }));
}

function point(id: string, lon: number, lat: number, chosen: boolean, faint: boolean): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { layer: 'points', id, chosen, faint } };
}
