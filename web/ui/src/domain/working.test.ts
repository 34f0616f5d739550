import { describe, expect, it } from 'vitest';
import { workedBetween } from './working';

const at = (day: number, time: string) => `2026-11-${day}T${time}:00+08:00`;
const span = (day: number, from: string, to: string) => ({ from: at(day, from), to: at(day, to) });
/** Friday and Monday. */
const WORKING = [span(13, '08:30', '12:00'), span(13, '13:30', '17:30'), span(16, '08:30', '12:00'), span(16, '13:30', '17:30')];
const worked = (from: string, to: string) => workedBetween(WORKING, Date.parse(from), Date.parse(to)) / 60_000;

describe('working time', () => {
  it('leaves out noon, nights and days off', () => {
    expect(worked(at(13, '11:00'), at(13, '14:00'))).toBe(90);
    expect(worked(at(13, '17:00'), at(16, '09:00'))).toBe(60);
    expect(worked(at(14, '00:00'), at(16, '08:30'))).toBe(0);
    expect(worked(at(16, '10:00'), at(16, '09:00'))).toBe(0);
  });

  it('counts everything of what the calendar does not tell of', () => {
    expect(worked(at(13, '08:00'), at(13, '09:00'))).toBe(60);
    expect(worked(at(16, '17:00'), at(16, '18:00'))).toBe(60);
    expect(worked(at(17, '01:00'), at(17, '02:00'))).toBe(60);
    expect(workedBetween([], 0, 60_000)).toBe(60_000);
  });
});
