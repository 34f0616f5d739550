import type { AlertRow, Grade, Settings } from '../../api/types';
import { urgency } from '../../domain/colours';
import { workedBetween } from '../../domain/working';
import type { Filter } from './useAlertList';

/** A list of what is to be decided; any other one is a look back. */
export const isQueue = (filter: Filter): boolean => filter.review === 'OPEN';

/**
 * What is to be decided by its urgency, of equal ones the oldest first; what was decided by time, the newest first.
 *
 * @param at when the list was read: ages of now would move rows while somebody reads them
 */
export function ordered(rows: readonly AlertRow[], filter: Filter, at: number): AlertRow[] {
  const byTime = (a: AlertRow, b: AlertRow) => Date.parse(b.start) - Date.parse(a.start);
  const byUrgency = (a: AlertRow, b: AlertRow) => urgency(b, at) - urgency(a, at) || Date.parse(a.decided) - Date.parse(b.decided);
  return [...rows].sort(isQueue(filter) ? byUrgency : byTime);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long an alert may wait for its decision, ms: of grade A by the clock, of grade B in working time; an inference has no limit. */
const LIMIT: Record<Grade, number> = { A: 15 * MINUTE, B: 4 * HOUR, C: Infinity };

export const waited = (alert: AlertRow, now: number): number => Math.max(0, now - Date.parse(alert.decided));

export function isOverLimit(alert: AlertRow, working: Settings['working'], now: number): boolean {
  const counted = alert.grade === 'B' ? workedBetween(working, Date.parse(alert.decided), now) : waited(alert, now);
  return counted > LIMIT[alert.grade];
}
