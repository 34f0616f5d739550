import { startOfDay } from '../../domain/time';

export interface Period {
  from: number;
  to: number;
}
export type Preset = 'twoHours' | 'today' | 'yesterday';
export const PRESETS: readonly Preset[] = ['twoHours', 'today', 'yesterday'];

const HOUR = 3_600_000;

/** A period by its name, by the city's days. */
export function periodOf(preset: Preset, now: number): Period {
  const today = startOfDay(now);
  switch (preset) {
    case 'twoHours':
      return { from: now - 2 * HOUR, to: now };
    case 'today':
      return { from: today, to: now };
    case 'yesterday':
      return { from: today - 24 * HOUR, to: today };
  }
}
