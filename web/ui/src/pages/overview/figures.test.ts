import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../../api/caseTypes';
import { isSmall, overdueOf, percentOf } from './figures';

describe('a share', () => {
  it('is no hundred per cent before all is done', () => {
    expect(percentOf(9999, 10_000)).toBe('99.9%');
    expect(percentOf(10_000, 10_000)).toBe('100.0%');
    expect(percentOf(0, 3)).toBe('0.0%');
  });

  it('of nothing is none, rather than good or bad', () => {
    expect(percentOf(0, 0)).toBe('—');
  });

  it('is of a small sample below twenty observed trips, however many there were', () => {
    expect(isSmall({ total: 100, observed: 19, closed: 19, underWay: 0 })).toBe(true);
    expect(isSmall({ total: 20, observed: 20, closed: 0, underWay: 0 })).toBe(false);
    expect(isSmall({ total: 5, observed: 0, closed: 0, underWay: 0 })).toBe(false);
  });
});

describe('overdue cases', () => {
  const NOW = Date.parse('2026-11-18T04:00:00Z');
  const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
  const row = (id: number, due: number | null, urge: number) =>
    ({ id, urged: false, amberAt: at(-9999), dueAt: due === null ? null : at(due), urgeAt: at(urge) }) as CaseRow;

  it('are those at their limit and past it, the furthest past it first', () => {
    const rows = [row(1, 1, 100), row(2, 0, 100), row(3, -50, 0), row(4, -10, 100), row(5, null, 0)];
    expect(overdueOf(rows, NOW).map(({ id }) => id)).toEqual([3, 4, 2]);
  });
});
