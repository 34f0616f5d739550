import type { Settings } from '../api/types';

/**
 * How much of a stretch is working time, ms. Of what lies before or after the time that the calendar tells of all of it counts:
 * something old is late rather than on time.
 */
export function workedBetween(working: Settings['working'], from: number, to: number): number {
  if (to <= from) return 0;
  if (working.length === 0) return to - from;
  const begin = Date.parse(working[0].from);
  const end = Date.parse(working[working.length - 1].to);
  const outside = Math.max(0, Math.min(to, begin) - from) + Math.max(0, to - Math.max(from, end));
  return working.reduce((sum, span) => sum + Math.max(0, Math.min(to, Date.parse(span.to)) - Math.max(from, Date.parse(span.from))), outside);
}
