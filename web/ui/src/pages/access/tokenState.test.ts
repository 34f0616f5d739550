import { describe, expect, it } from 'vitest';
import { tokenState } from './tokenState';

const END = Date.parse('2026-12-01T00:00:00Z');
const FORTNIGHT = 14 * 86_400_000;
const token = { expiresAt: '2026-12-01T00:00:00Z', revokedAt: null };

describe('a key', () => {
  it('ends with its last moment, and is said to end soon a fortnight before', () => {
    expect(tokenState(token, END - FORTNIGHT - 1)).toBe('holds');
    expect(tokenState(token, END - FORTNIGHT)).toBe('soon');
    expect(tokenState(token, END - 1)).toBe('soon');
    expect(tokenState(token, END)).toBe('expired');
  });

  it('that was revoked is nothing else', () => {
    expect(tokenState({ ...token, revokedAt: '2026-11-01T00:00:00Z' }, END)).toBe('revoked');
  });
});
