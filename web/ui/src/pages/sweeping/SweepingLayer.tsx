import type { FeatureCollection, LineString } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { useEffect, useMemo } from 'react';
import type { RoadRow } from '../../api/types';
import { OUTCOME_COLOUR, type ShownOutcome } from '../../domain/colours';
import { useText } from '../../i18n/language';
import { useCity, useMap } from '../../map/CityMap';
import { NO_FEATURES, useLayers, type OwnLayer } from '../../map/useLayers';
import { sideLines, type SideProperties } from './board';

const OFFSET: ExpressionSpecification = [
  'interpolate', ['linear'], ['zoom'], 10, ['*', ['get', 'offset'], 1.6], 13, ['*', ['get', 'offset'], 3], 17, ['*', ['get', 'offset'], 12],
];
const LAYERS: OwnLayer[] = [
  { id: 'sweeping-selected', type: 'line', filter: ['==', ['get', 'selected'], true], paint: { 'line-color': '#0b9d88', 'line-width': 16, 'line-opacity': 0.28 } },
  {
    id: 'sweeping',
    type: 'line',
    paint: { 'line-color': ['get', 'colour'], 'line-offset': OFFSET, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1.8, 13, 3.2, 17, 9] },
  },
];

interface Props {
  roads: readonly RoadRow[];
  now: number;
  selected: string | null;
  onSelect: (road: string) => void;
}

/** Both sides of the roads, coloured by what became of their passes. */
export function SweepingLayer({ roads, now, selected, onSelect }: Props) {
  const t = useText();
  const map = useMap();
  const { data: city } = useCity();
  const lines = useMemo<FeatureCollection<LineString, SideProperties & { selected: boolean }> | null>(() => {
    if (!city) return null;
    const { features } = sideLines(roads, city.segments, now);
    return {
      type: 'FeatureCollection',
      features: features.map((side) => ({ ...side, properties: { ...side.properties, selected: side.properties.road === selected } })),
    };
  }, [city, roads, now, selected]);
  useLayers('sweeping', lines ?? NO_FEATURES, LAYERS);

  useEffect(() => {
    const own = city?.segments.features.filter(({ properties }) => properties.road === selected) ?? [];
    const ends = own.flatMap(({ geometry }) => geometry.coordinates);
    if (ends.length === 0) return;
    const lons = ends.map(([lon]) => lon);
    const lats = ends.map(([, lat]) => lat);
    map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], { padding: 70, maxZoom: 15.5 });
  }, [map, city, selected]);
  useEffect(() => {
    const subscription = map.on('click', 'sweeping', (event) => {
      const road = event.features?.[0]?.properties.road as string | undefined;
      if (road) onSelect(road);
    });
    return () => subscription.unsubscribe();
  }, [map, onSelect]);

  const drawn = new Set(lines?.features.map(({ properties }) => properties.outcome));
  return (
    <div className="legend">
      {(Object.keys(OUTCOME_COLOUR) as ShownOutcome[]).filter((outcome) => drawn.has(outcome)).map((outcome) => (
        <span key={outcome}>
          <i className="bar" style={{ background: OUTCOME_COLOUR[outcome] }} />
          {t.outcome[outcome]}
        </span>
      ))}
    </div>
  );
}
