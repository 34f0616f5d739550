import { Segmented } from 'antd';
import type { FeatureCollection, LineString } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { useEffect, useMemo } from 'react';
import type { RoadRow } from '../../api/types';
import { useKept } from '../../common/hooks';
import { OUTCOME_COLOUR, type ShownOutcome } from '../../domain/colours';
import { useText } from '../../i18n/language';
import { useCity, useMap } from '../../map/CityMap';
import { NO_FEATURES, useLayers, type OwnLayer } from '../../map/useLayers';
import { AGE_COLOURS } from './age';
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

type Shading = 'result' | 'age';
const SHADINGS: readonly Shading[] = ['result', 'age'];

interface Props {
  roads: readonly RoadRow[];
  now: number;
  selected: string | null;
  onSelect: (road: string) => void;
}

/** Both sides of the roads, coloured by what became of their passes, or by how long nobody has worked there. */
export function SweepingLayer({ roads, now, selected, onSelect }: Props) {
  const t = useText();
  const map = useMap();
  const { data: city } = useCity();
  const [isByAge, setByAge] = useKept('sweeping-by-age', false);
  const lines = useMemo<FeatureCollection<LineString, SideProperties & { selected: boolean; colour: string }> | null>(() => {
    if (!city) return null;
    const { features } = sideLines(roads, city.segments, now);
    return {
      type: 'FeatureCollection',
      features: features.map((side) => {
        const { outcome, age, road } = side.properties;
        return { ...side, properties: { ...side.properties, colour: isByAge ? AGE_COLOURS[age] : OUTCOME_COLOUR[outcome], selected: road === selected } };
      }),
    };
  }, [city, roads, now, selected, isByAge]);
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
  const shown: [string, string][] =
    isByAge
      ? AGE_COLOURS.map((colour, n) => [t.sweeping.age[n], colour])
      : (Object.keys(OUTCOME_COLOUR) as ShownOutcome[]).filter((outcome) => drawn.has(outcome)).map((outcome) => [t.outcome[outcome], OUTCOME_COLOUR[outcome]]);
  return (
    <div className="legend">
      <Segmented<Shading> size="small" value={isByAge ? 'age' : 'result'} onChange={(by) => setByAge(by === 'age')} options={SHADINGS.map((value) => ({ value, label: t.sweeping.by[value] }))} />
      {shown.map(([name, colour]) => (
        <span key={name}>
          <i className="bar" style={{ background: colour }} />
          {name}
        </span>
      ))}
    </div>
  );
}
