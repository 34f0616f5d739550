import { describe, expect, it } from 'vitest';
import { shown } from './tableValue';

describe('a value of a report', () => {
  it('is a dash where there is none', () => {
    expect(shown(null)).toBe('—');
    expect(shown('')).toBe('—');
    expect(shown({ value: null, numerator: 0, denominator: 0, small: true })).toBe('—');
  });

  it('is a rate with its parts', () => {
    expect(shown({ value: 0.9876, numerator: 79, denominator: 80, small: false })).toBe('98.8% (79/80)');
    expect(shown({ value: 0, numerator: 0, denominator: 1200, small: false })).toBe('0.0% (0/1,200)');
  });

  it('is a number, a moment or a text', () => {
    expect(shown(0)).toBe('0');
    expect(shown(1234.567)).toBe('1,234.57');
    expect(shown('2026-11-09T16:30:00Z')).toBe('11-10 00:30');
    expect(shown('鲁G10001')).toBe('鲁G10001');
    expect(shown('2026-11-09')).toBe('2026-11-09');
  });
});
