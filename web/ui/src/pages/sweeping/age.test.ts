import { describe, expect, it } from 'vitest';
import type { PassRow, RoadRow } from '../../api/types';
import { AGE_HOURS, NO_WORK, ageClass, agedAt, lastWork } from './age';

const HOUR = 3_600_000;
const END = '2026-11-16T07:00:00+08:00';
const row = (changes: Partial<PassRow>): PassRow => ({
  requirementId: 'q', segmentId: 's1', side: 'FWD', op: 'SWEEP', windowStart: '2026-11-16T05:00:00+08:00', windowEnd: END,
  required: 1, done: 1, coverage: 1, result: 'DONE', first: null, last: null, plates: [], ...changes,
});

describe('the age of the last work', () => {
  it('is the next class at each bound, and one of its own where there was none', () => {
    const now = Date.parse(END);
    expect(AGE_HOURS.map((hours) => ageClass(now - hours * HOUR + 1, now))).toEqual([0, 1, 2, 3]);
    expect(AGE_HOURS.map((hours) => ageClass(now - hours * HOUR, now))).toEqual([1, 2, 3, 4]);
    expect(ageClass(null, now)).toBe(NO_WORK);
  });

  it('is that of the newest pass of a side, and of both where a pass was of both', () => {
    const rows = [row({ last: '2026-11-16T05:10:00+08:00' }), row({ last: '2026-11-16T06:00:00+08:00' }), row({}), row({ segmentId: 's2', side: 'BOTH', last: END })];
    expect([...lastWork(rows)]).toEqual([
      ['s1 FWD', Date.parse('2026-11-16T06:00:00+08:00')],
      ['s2 FWD', Date.parse(END)],
      ['s2 REV', Date.parse(END)],
    ]);
  });

  it('grows until the last window of the day has ended', () => {
    const roads = [{ rows: [row({}), row({ windowEnd: '2026-11-16T20:00:00+08:00' })] } as RoadRow];
    const end = Date.parse('2026-11-16T20:00:00+08:00');
    expect(agedAt(roads, end - 1)).toBe(end - 1);
    expect(agedAt(roads, end + HOUR)).toBe(end);
  });
});
