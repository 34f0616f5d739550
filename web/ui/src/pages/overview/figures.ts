import type { CaseRow } from '../../api/caseTypes';
import type { Overview } from '../../api/overviewTypes';
import { levelOf, mostUrgentFirst } from '../cases/board';

/** Smallest sample of a rate over trips, as in the weekly report. */
const ENOUGH_TRIPS = 20;

/** A share as text; a dash where there is nothing to judge. What is not whole is not rounded up to it. */
export function percentOf(part: number, whole: number): string {
  return whole === 0 ? '—' : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)}%`;
}

export const isSmall = ({ observed }: Overview['trips']): boolean => observed > 0 && observed < ENOUGH_TRIPS;

/** The cases past their limit, the most urgent first. */
export function overdueOf(rows: readonly CaseRow[], now: number): CaseRow[] {
  return mostUrgentFirst(
    rows.filter((row) => ['due', 'urge'].includes(levelOf(row, now))),
    now,
  );
}
