import type { Position } from 'geojson';

/** The sides of the compass, clockwise from north. */
const COMPASS = ['N', 'E', 'S', 'W'] as const;
export type Kerb = (typeof COMPASS)[number];

/** A road that comes back to nearly where it began goes nowhere: less of its length between its ends, and no side of the compass is its own. */
const LEAST_CHORD = 0.1;

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * On which side of the compass a side of a road lies, by the straight way between its ends: to the right of the direction in which it was
 * drawn lies FWD, as traffic keeps right. From northeast inclusive to southeast it is the east side, and so on around.
 *
 * @param lines the road's stretches, longitude and latitude
 * @returns null where the road has no one direction
 */
export function kerbOf(lines: readonly (readonly Position[])[], side: 'FWD' | 'REV'): Kerb | null {
  let [east, north, length] = [0, 0, 0];
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]];
      const step = [(b[0] - a[0]) * Math.cos(rad((a[1] + b[1]) / 2)), b[1] - a[1]];
      east += step[0];
      north += step[1];
      length += Math.hypot(step[0], step[1]);
    }
  }
  if (length === 0 || Math.hypot(east, north) < length * LEAST_CHORD) return null;
  const bearing = (Math.atan2(east, north) * 180) / Math.PI + (side === 'FWD' ? 90 : -90);
  return COMPASS[Math.floor((bearing + 45 + 360) / 90) % 4];
}
