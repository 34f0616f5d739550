import type { Drawing, Point } from './drawing';

const EARTH_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Metres between two points. */
export function distance([lng1, lat1]: Point, [lng2, lat2]: Point): number {
  const dLat = (lat2 - lat1) * RADIANS;
  const dLng = (lng2 - lng1) * RADIANS;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Length of the line, or round the polygon, metres. */
export function lengthOf({ kind, points }: Pick<Drawing, 'kind' | 'points'>): number {
  const ends = kind === 'Polygon' && points.length > 2 ? [...points, points[0]] : points;
  return ends.slice(1).reduce((sum, point, i) => sum + distance(ends[i], point), 0);
}

/** Area of a ring on the sphere, square metres. */
export function areaOf(points: readonly Point[]): number {
  if (points.length < 3) return 0;
  const twice = points.reduce((sum, [lng1, lat1], i) => {
    const [lng2, lat2] = points[(i + 1) % points.length];
    return sum + (lng2 - lng1) * RADIANS * (2 + Math.sin(lat1 * RADIANS) + Math.sin(lat2 * RADIANS));
  }, 0);
  return Math.abs((twice * EARTH_M * EARTH_M) / 2);
}

export const metresText = (metres: number): string => (metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(2)} km`);

export const areaText = (square: number): string =>
  square < 10_000 ? `${Math.round(square)} m²` : square < 1_000_000 ? `${(square / 10_000).toFixed(2)} ha` : `${(square / 1_000_000).toFixed(2)} km²`;
