import { describe, expect, it } from 'vitest';
import { clock, day, duration, startOfDay } from '../../domain/time';
import { periodOf } from './period';

describe('the city counts its days from midnight in +08:00', () => {
  const now = Date.parse('2026-11-16T16:30:00Z');

  it('whatever the zone of the browser is', () => {
    expect(day(now)).toBe('2026-11-17');
    expect(clock(now)).toBe('00:30:00');
    expect(new Date(startOfDay(now)).toISOString()).toBe('2026-11-16T16:00:00.000Z');
    expect(clock('2026-11-16T16:00:00Z')).toBe('00:00:00');
  });

  it('today begins there, and yesterday ends', () => {
    expect(periodOf('today', now)).toEqual({ from: Date.parse('2026-11-16T16:00:00Z'), to: now });
    expect(periodOf('yesterday', now)).toEqual({ from: Date.parse('2026-11-15T16:00:00Z'), to: Date.parse('2026-11-16T16:00:00Z') });
    expect(periodOf('twoHours', now).from).toBe(now - 7_200_000);
  });
});

describe('a length of time', () => {
  it('has hours, minutes and seconds, and more than 24 hours where there are', () => {
    expect([0, 59_400, 60_000, 3_599_000, 90_061_000].map(duration)).toEqual(['0:00:00', '0:00:59', '0:01:00', '0:59:59', '25:01:01']);
  });
});
