import type { FeatureCollection, LineString } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { useMemo } from 'react';
import type { RoadRow } from '../../api/types';
import { OUTCOME_COLOUR, type ShownOutcome } from '../../domain/colours';
import { useText } from '../../i18n/language';
import { useCity } from '../../map/CityMap';
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

/**
 * Draws both sides of the roads, coloured by what became of their passes, or by how long nobody has worked there.
 *
 * @returns the word and the colour of each mark that is seen on them
 */
export function useSweepingLines(roads: readonly RoadRow[], now: number, selected: string | null, isByAge: boolean): [string, string][] {
  const t = useText();
  const { data: city } = useCity();
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
  const drawn = new Set(lines?.features.map(({ properties }) => properties.outcome));
  if (isByAge) return AGE_COLOURS.map((colour, n) => [t.sweeping.age[n], colour]);
  return (Object.keys(OUTCOME_COLOUR) as ShownOutcome[]).filter((outcome) => drawn.has(outcome)).map((outcome) => [t.outcome[outcome], OUTCOME_COLOUR[outcome]]);
}
