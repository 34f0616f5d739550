import type { DriverTurn } from '../../api/keepingTypes';

const DAY = 86_400_000;

/** What counts now or will, and how much was; what was never to begin is neither. */
export function counting(turns: readonly DriverTurn[]): { shown: DriverTurn[]; past: number } {
  return {
    shown: turns.filter(({ state }) => state === 'RUNNING' || state === 'COMING'),
    past: turns.filter(({ state }) => state === 'ENDED').length,
  };
}

/** Whole days of the city from a moment until the end of a day; negative where that has passed. */
export function daysLeft(day: string, at: string): number {
  return Math.floor((Date.parse(`${day}T00:00:00+08:00`) + DAY - Date.parse(at)) / DAY);
}
