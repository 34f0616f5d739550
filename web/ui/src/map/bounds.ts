import type { Segments } from '../api/types';

/** Share of the street corners that may lie outside the first view, at each side. */
const OUTLYING = 0.02;

/** The net of streets without the few long ways out of it; null where there are no streets. */
export function coreBounds(segments: Segments): [number, number, number, number] | null {
  const corners = segments.features.flatMap(({ geometry }) => geometry.coordinates);
  if (corners.length === 0) return null;
  const between = (axis: 0 | 1): [number, number] => {
    const sorted = corners.map((corner) => corner[axis]).sort((a, b) => a - b);
    const cut = Math.floor(sorted.length * OUTLYING);
    return [sorted[cut], sorted[sorted.length - 1 - cut]];
  };
  const [west, east] = between(0);
  const [south, north] = between(1);
  return [west, south, east, north];
}
