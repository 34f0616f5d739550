import { describe, expect, it } from 'vitest';
import type { PlanItem } from '../../api/planTypes';
import { calendar, matching, nextId, sorted, stateOf } from './items';

const NOW = Date.parse('2026-11-18T12:00:00+08:00');

const item = (id: string, columns: Record<string, string> = {}): PlanItem => ({
  id,
  version: 1,
  origin: 'PAGE',
  columns: { id, ...columns },
  geometry: null,
  since: null,
  until: null,
  counted: true,
  recordedAt: null,
  by: '',
  reason: '',
});

describe('an item', () => {
  it('is in force from its first moment to before its end', () => {
    expect(stateOf(item('a'), NOW)).toBe('now');
    expect(stateOf(item('a', { valid_to: '2026-11-18T12:00:00+08:00' }), NOW)).toBe('ended');
    expect(stateOf(item('a', { valid_to: '2026-11-18T12:00:01+08:00' }), NOW)).toBe('now');
    expect(stateOf(item('a', { valid_from: '2026-11-18T12:00:00+08:00' }), NOW)).toBe('now');
    expect(stateOf(item('a', { valid_from: '2026-11-18T12:00:01+08:00' }), NOW)).toBe('future');
  });

  it('stands behind those that count, and is found by any of its texts', () => {
    const ended = item('A1', { valid_to: '2026-11-01T00:00:00+08:00' });
    expect(sorted([ended, item('A10'), item('A2')], NOW).map(({ id }) => id)).toEqual(['A2', 'A10', 'A1']);
    expect(matching([item('A1', { plate: '鲁G10001' }), item('A2')], '鲁g1').map(({ id }) => id)).toEqual(['A1']);
  });

  it('gets the next number of its kind', () => {
    expect(nextId([item('R1'), item('R12'), item('Rx')], 'R')).toBe('R13');
    expect(nextId([], 'P')).toBe('P1');
  });
});

describe('the calendar', () => {
  it('begins on the Monday of this week and puts an end at midnight on the day before', () => {
    const permits = [item('Z1', { valid_to: '2026-11-20T00:00:00+08:00' }), item('Z2', { valid_to: '2026-11-20T06:00:00+08:00' }), item('Z3')];
    const days = calendar(permits, NOW, 2);
    expect(days).toHaveLength(14);
    expect(days[0]).toEqual({ date: '2026-11-16', ids: [], past: true });
    expect(days.find(({ date }) => date === '2026-11-18')?.past).toBe(false);
    expect(days.find(({ date }) => date === '2026-11-19')?.ids).toEqual(['Z1']);
    expect(days.find(({ date }) => date === '2026-11-20')?.ids).toEqual(['Z2']);
  });
});
