import { describe, expect, it } from 'vitest';
import type { AlertRow } from '../../api/types';
import { needsReview, urgency } from '../../domain/colours';
import { answers } from './useAlertList';

const NOW = Date.UTC(2026, 0, 1, 12);

function alert(changes: Partial<AlertRow> = {}): AlertRow {
  return {
    id: '1', rule: 'M03', ruleName: '未密闭', ruleNameEn: 'Uncovered', plate: '鲁G00001', company: 'c', kind: 'MUCK_TRUCK', start: '2026-01-01T11:58:00Z',
    decided: '2026-01-01T12:00:00Z', end: null, lon: 119, lat: 36, grade: 'B', severity: 3, status: 'OPEN', reason: '', placeId: '',
    placeName: '', permitId: '', tripId: '', segmentIds: [], road: '', measured: null, allowed: null, unit: '', ruleVersion: '1',
    revision: 1, revisionKind: 'NEW', late: false, decision: [], review: null, ...changes,
  };
}
const review = { decision: 'CONFIRMED', reason: '', note: '', user: 'u', at: '2026-01-01T12:00:30Z', grade: '' } as const;

describe('the queue', () => {
  it('holds what stands and nobody has decided on', () => {
    expect(needsReview(alert())).toBe(true);
    expect(needsReview(alert({ status: 'ENDED' }))).toBe(true);
    for (const status of ['CANDIDATE', 'SUPPRESSED', 'RETRACTED', 'MERGED'] as const) expect(needsReview(alert({ status }))).toBe(false);
    expect(needsReview(alert({ review }))).toBe(false);
  });

  it('takes from the feed what its filter asks for', () => {
    expect(answers(alert(), { review: 'OPEN', rule: 'M03', grade: 'B', plate: '鲁G00001' })).toBe(true);
    expect(answers(alert(), { rule: 'M01' })).toBe(false);
    expect(answers(alert(), { review: 'CONFIRMED' })).toBe(false);
    expect(answers(alert({ review }), { review: 'CONFIRMED' })).toBe(true);
    expect(answers(alert({ status: 'SUPPRESSED' }), {})).toBe(true);
    expect([3, 4].map((severity) => answers(alert(), { severity }))).toEqual([true, false]);
  });

  it('takes what begins in its period, without the end', () => {
    const from = '2026-01-01T19:58:00+08:00';
    expect(answers(alert(), { from, to: '2026-01-01T11:58:01Z' })).toBe(true);
    expect(answers(alert(), { from: '2026-01-01T11:58:01Z' })).toBe(false);
    expect(answers(alert(), { to: from })).toBe(false);
  });
});

describe('the order of the strip', () => {
  it('weighs grade, severity and age up to four hours', () => {
    const base = urgency(alert(), NOW);
    expect(urgency(alert({ grade: 'A' }), NOW)).toBeGreaterThan(base);
    expect(urgency(alert({ severity: 2 }), NOW)).toBeLessThan(base);
    expect(urgency(alert({ grade: 'A', severity: 4, late: true }), NOW)).toBeLessThan(urgency(alert({ grade: 'C', severity: 1 }), NOW));
    expect(urgency(alert({ decided: '2026-01-01T10:00:00Z' }), NOW)).toBeCloseTo(base * 1.5, 6);
    expect(urgency(alert({ decided: '2026-01-01T08:00:00Z' }), NOW)).toBe(urgency(alert({ decided: '2025-12-31T08:00:00Z' }), NOW));
  });
});
