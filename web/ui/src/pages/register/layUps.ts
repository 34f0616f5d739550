import type { LayUp, KeptState } from '../../api/keepingTypes';
import { dateTime } from '../../domain/time';

const RANK: Record<KeptState, number> = { RUNNING: 0, COMING: 1, ENDED: 2, WITHDRAWN: 3 };

/** What counts now in front, then what comes, then what was; each as the server has ordered it. */
export function ordered(layUps: readonly LayUp[]): LayUp[] {
  return [...layUps].sort((a, b) => RANK[a.state] - RANK[b.state]);
}

/** Typed in after it had begun; what takes a minute to type in is not late. */
export const isLate = ({ lateHours }: Pick<LayUp, 'lateHours'>): boolean => lateHours > 1 / 60;

/** What a file says is not ended here. */
export const mayEnd = ({ id, state }: { id: string | null; state: KeptState }): boolean => id !== null && (state === 'RUNNING' || state === 'COMING');

/** A day where it begins with it, else a moment; null where there is none. */
export function moment(at: string | null): string | null {
  if (at === null) return null;
  const text = dateTime(at);
  return text.endsWith(' 00:00:00') ? text.slice(0, 10) : text.slice(0, 16);
}
