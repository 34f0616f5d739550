import { describe, expect, it } from 'vitest';
import type { LayUp } from '../../api/keepingTypes';
import { isLate, mayEnd, moment, ordered } from './layUps';

const one = (more: Partial<LayUp>): LayUp => ({
  id: '1', plate: '鲁G1', company: '甲', state: 'RUNNING', from: null, until: null, version: 1, saidBy: '', lateHours: 0, drivenKm: 0, steps: [], ...more,
});

describe('vehicles that are laid up', () => {
  it('show what counts now in front', () => {
    const plates = ordered([one({ plate: 'a', state: 'ENDED' }), one({ plate: 'b', state: 'COMING' }), one({ plate: 'c' }), one({ plate: 'd', state: 'COMING' })]).map(({ plate }) => plate);
    expect(plates).toEqual(['c', 'b', 'd', 'a']);
  });

  it('are late where they were typed in after they had begun', () => {
    expect(isLate({ lateHours: 0 })).toBe(false);
    expect(isLate({ lateHours: 1 / 60 })).toBe(false);
    expect(isLate({ lateHours: 0.02 })).toBe(true);
  });

  it('are ended by the company alone, and once', () => {
    expect(mayEnd(one({}))).toBe(true);
    expect(mayEnd(one({ state: 'COMING' }))).toBe(true);
    expect(mayEnd(one({ state: 'ENDED' }))).toBe(false);
    expect(mayEnd(one({ state: 'WITHDRAWN' }))).toBe(false);
    expect(mayEnd(one({ id: null }))).toBe(false);
  });

  it('begin with a day of the city, or at a moment', () => {
    expect(moment('2026-11-17T16:00:00Z')).toBe('2026-11-18');
    expect(moment('2026-11-18T04:05:06Z')).toBe('2026-11-18 12:05');
    expect(moment(null)).toBeNull();
  });
});
