import { describe, expect, it } from 'vitest';
import type { DriverTurn, KeptState } from '../../api/keepingTypes';
import { counting, daysLeft } from './drivers';

const turn = (id: string, state: KeptState): DriverTurn => ({ id, plate: '鲁G1', state, from: '2026-11-18T04:00:00Z', until: null, version: 1, lateHours: 0, reason: '' });

describe('drivers', () => {
  it('show what they drive now and will, and tell how much they drove', () => {
    const { shown, past } = counting([turn('1', 'ENDED'), turn('2', 'RUNNING'), turn('3', 'WITHDRAWN'), turn('4', 'COMING'), turn('5', 'ENDED')]);
    expect(shown.map(({ id }) => id)).toEqual(['2', '4']);
    expect(past).toBe(2);
  });

  it('are qualified until their last day is over', () => {
    expect(daysLeft('2026-11-18', '2026-11-18T15:59:59Z')).toBe(0);
    expect(daysLeft('2026-11-18', '2026-11-18T16:00:01Z')).toBe(-1);
    expect(daysLeft('2026-11-20', '2026-11-18T04:00:00Z')).toBe(2);
  });
});
