import type { PassRow, RoadRow } from '../../api/types';

const HOUR = 3_600_000;
/** Upper bounds of the classes, hours since the last work; beyond them there is one more, and one for no work on the day. */
export const AGE_HOURS = [1, 3, 6, 12] as const;
export const AGE_COLOURS = ['#0f7f4f', '#58a84f', '#c9a227', '#d9741f', '#b3362b', '#87969b'] as const;
export const NO_WORK = AGE_COLOURS.length - 1;

/** @param last of the last work, ms; null where there was none */
export function ageClass(last: number | null, now: number): number {
  if (last === null) return NO_WORK;
  const index = AGE_HOURS.findIndex((bound) => now - last < bound * HOUR);
  return index < 0 ? AGE_HOURS.length : index;
}

export const sideKey = (segmentId: string, side: string): string => `${segmentId} ${side}`;

/** When each side of a segment was worked on last. */
export function lastWork(rows: readonly PassRow[]): Map<string, number> {
  const newest = new Map<string, number>();
  for (const { segmentId, side, last } of rows) {
    if (last === null) continue;
    for (const one of side === 'BOTH' ? ['FWD', 'REV'] : [side]) {
      const key = sideKey(segmentId, one);
      newest.set(key, Math.max(newest.get(key) ?? 0, Date.parse(last)));
    }
  }
  return newest;
}

/** From when ages are told: now, or on a day that is over from the end of its last window. */
export function agedAt(roads: readonly RoadRow[], now: number): number {
  const ends = roads.flatMap(({ rows }) => rows).map(({ windowEnd }) => Date.parse(windowEnd));
  return Math.min(now, ends.reduce((a, b) => Math.max(a, b), 0));
}
