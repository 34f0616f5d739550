import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import type { OwnLayer } from './useLayers';

/** What a place of a question is on the map. */
export type SpotKind = 'bad' | 'begin' | 'end' | 'place' | 'camera' | 'dim';

const COLOUR: ExpressionSpecification = ['match', ['get', 'kind'], 'bad', '#c0392b', 'begin', '#2b62c4', 'end', '#1f9d57', 'place', '#0b9d88', 'camera', '#7a5bc4', '#8a969b'];

/** An area, points on it and their names, in the colours of all questions. */
export function spotLayers(id: string): OwnLayer[] {
  return [
    { id: `${id}-area`, type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': '#c0392b', 'fill-opacity': 0.1 } },
    { id: `${id}-rim`, type: 'line', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'line-color': '#c0392b', 'line-width': 1.5, 'line-dasharray': [3, 2] } },
    {
      id: `${id}-points`,
      type: 'circle',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-radius': ['case', ['get', 'strong'], 8, 5], 'circle-color': COLOUR, 'circle-stroke-color': '#fff', 'circle-stroke-width': 2 },
    },
    {
      id: `${id}-names`,
      type: 'symbol',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: { 'text-field': ['get', 'name'], 'text-size': 12, 'text-offset': [0, 1.1], 'text-anchor': 'top', 'text-allow-overlap': true },
      paint: { 'text-color': COLOUR, 'text-halo-color': '#fff', 'text-halo-width': 1.8 },
    },
  ];
}

export function point(lon: number, lat: number, kind: SpotKind, name = '', strong = false): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { kind, name, strong } };
}

export function area(ring: [number, number][]): Feature {
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: {} };
}

const CORNERS = 48;
const DEGREE_METRES = 111_320;

/** A circle of so many metres around a point. */
export function circle(lon: number, lat: number, metres: number): Feature {
  const up = metres / DEGREE_METRES;
  const right = up / Math.cos((lat * Math.PI) / 180);
  const corner = (i: number): [number, number] => {
    const angle = (2 * Math.PI * (i % CORNERS)) / CORNERS;
    return [lon + right * Math.cos(angle), lat + up * Math.sin(angle)];
  };
  return area(Array.from({ length: CORNERS + 1 }, (_, i) => corner(i)));
}

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

/** West, south, east and north of everything; null where there is nothing. */
export function extent({ features }: FeatureCollection): [number, number, number, number] | null {
  const corners = features.flatMap(({ geometry }): [number, number][] => {
    if (geometry.type === 'Point') return [geometry.coordinates as [number, number]];
    return geometry.type === 'Polygon' ? (geometry.coordinates.flat() as [number, number][]) : [];
  });
  if (corners.length === 0) return null;
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
