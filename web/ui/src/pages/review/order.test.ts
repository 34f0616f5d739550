import { describe, expect, it } from 'vitest';
import type { AlertRow, Settings } from '../../api/types';
import { isOverLimit, ordered } from './order';

const AT = Date.UTC(2026, 0, 1, 12);
const MINUTE = 60_000;
const before = (minutes: number) => new Date(AT - minutes * MINUTE).toISOString();

const alert = (id: string, changes: Partial<AlertRow>) => ({ id, grade: 'B', severity: 3, start: before(5), decided: before(5), late: false, review: null, ...changes }) as AlertRow;
const ids = (rows: AlertRow[]) => rows.map(({ id }) => id).join(' ');

describe('the queue', () => {
  it('begins with the grade A alert, however new the others are', () => {
    const rows = [alert('c', { grade: 'C', start: before(0) }), alert('dump', { grade: 'A', severity: 4, start: before(90), decided: before(90) }), alert('b', {})];
    expect(ids(ordered(rows, { review: 'OPEN' }, AT))).toBe('dump b c');
    expect(ids(ordered(rows, { review: 'CONFIRMED' }, AT))).toBe('c b dump');
    expect(ids(ordered(rows, {}, AT))).toBe('c b dump');
  });

  it('holds of equal ones the oldest first, also of those that came since it was read', () => {
    const rows = [alert('newest', { decided: before(-2) }), alert('newer', { decided: before(-1) }), alert('old', { decided: before(9) })];
    expect(ids(ordered(rows, { review: 'OPEN' }, AT))).toBe('old newer newest');
  });

  it('keeps its order when another one comes', () => {
    const rows = [alert('1', { decided: before(200) }), alert('2', { decided: before(3) }), alert('3', { grade: 'C' })];
    const more = ordered([...rows, alert('new', { grade: 'A', decided: before(-30) })], { review: 'OPEN' }, AT);
    expect(ids(more.filter(({ id }) => id !== 'new'))).toBe(ids(ordered(rows, { review: 'OPEN' }, AT)));
  });
});

describe('an alert that waits', () => {
  const late = (grade: AlertRow['grade'], minutes: number, working: Settings['working'] = []) => isOverLimit(alert('1', { grade, decided: before(minutes) }), working, AT);

  it('is over its limit after a quarter of an hour of grade A, after four hours of grade B', () => {
    expect([late('A', 15), late('A', 15.1)]).toEqual([false, true]);
    expect([late('B', 240), late('B', 240.1)]).toEqual([false, true]);
    expect(late('C', 10_000)).toBe(false);
  });

  it('of grade B counts what is worked only, of grade A the night, too', () => {
    const working = [{ from: before(600), to: before(360) }, { from: before(60), to: before(-60) }];
    expect([late('B', 540, working), late('B', 541, working)]).toEqual([false, true]);
    expect(late('A', 300, working)).toBe(true);
  });
});
