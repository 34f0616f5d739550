import { describe, expect, it } from 'vitest';
import type { AlertRow, Permission } from '../api/types';
import { Ringing } from './ringing';

const alert = (changes: Partial<AlertRow> = {}) => ({ id: '1', rule: 'M01', grade: 'A', status: 'OPEN', late: false, review: null, ...changes }) as AlertRow;
const heardBy = (...permissions: Permission[]) => new Ringing({ role: 'SUPERVISOR', permissions, seesCity: true });

describe('a new alert', () => {
  it('is heard once in a window', () => {
    const ringing = heardBy('REVIEW');
    expect(ringing.isDue(alert())).toBe(true);
    expect(ringing.isDue(alert({ status: 'ENDED' }))).toBe(false);
    expect(ringing.isDue(alert({ id: '2', grade: 'B' }))).toBe(true);
  });

  it('is heard once it stands, not while it is a candidate', () => {
    const ringing = heardBy('REVIEW');
    expect(ringing.isDue(alert({ status: 'CANDIDATE' }))).toBe(false);
    expect(ringing.isDue(alert())).toBe(true);
  });

  it('is not heard where it is an inference or came late', () => {
    expect(heardBy('REVIEW').isDue(alert({ grade: 'C' }))).toBe(false);
    expect(heardBy('REVIEW').isDue(alert({ late: true }))).toBe(false);
  });

  it('is heard by those who may decide on it', () => {
    expect(heardBy('AUDIT').isDue(alert())).toBe(false);
    expect(heardBy('REVIEW_SWEEPING').isDue(alert())).toBe(false);
    expect(heardBy('REVIEW_SWEEPING').isDue(alert({ rule: 'S01' }))).toBe(true);
  });
});
