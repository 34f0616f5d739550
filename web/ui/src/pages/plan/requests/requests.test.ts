import { describe, expect, it } from 'vitest';
import { differences, isFixed, isStale, lateHours, newWish, wishAgain, wishFor } from './requests';

const NOW = Date.parse('2026-11-18T12:00:00+08:00');

const permit = (columns: Record<string, string>) => ({ id: 'Z1', version: 2, columns: { permit_id: 'Z1', ...columns } });

describe('a request for a permit', () => {
  it('changes no more of what is in force than its end and its volume', () => {
    const begun = wishFor(permit({ valid_from: '2026-11-18T12:00:00+08:00' }));
    const fixed = ['permit_id', 'plate', 'site_id', 'valid_from', 'valid_to', 'approved_m3'].filter((column) => isFixed(begun, column, NOW));
    expect(fixed).toEqual(['permit_id', 'plate', 'site_id', 'valid_from']);
    expect(isFixed(begun, 'plate', NOW - 1)).toBe(false);
    expect(isFixed(begun, 'permit_id', NOW - 1)).toBe(true);
    expect(isFixed(newWish(), 'permit_id', NOW)).toBe(false);
  });

  it('is made once more over what is on file by now', () => {
    const before = { permit_id: 'Z1', daily_from: '22:00', valid_to: '' };
    const asked = { permitId: 'Z1', before, columns: { ...before, valid_to: '2026-12-01T00:00:00+08:00' } };
    const onFile = permit({ daily_from: '23:00', valid_to: '' });
    expect(wishAgain(asked, [onFile])).toEqual({ item: onFile, columns: { ...asked.columns, daily_from: '23:00' } });
    expect(wishAgain({ ...asked, before: null }, [])).toEqual({ item: null, columns: asked.columns });
  });

  it('shows what differs, and of a new one what it leaves open, too', () => {
    const columns = { permit_id: 'Z1', plate: '鲁G10001', valid_to: '2026-12-01T00:00:00+08:00', entered_at: '' };
    expect(differences({ before: { ...columns, valid_to: '', entered_at: '2026-11-01T00:00:00+08:00' }, columns })).toEqual([{ column: 'valid_to', before: '', after: columns.valid_to }]);
    expect(differences({ before: null, columns }).find(({ column }) => column === 'valid_to')).toEqual({ column: 'valid_to', before: null, after: columns.valid_to });
    expect(differences({ before: null, columns }).find(({ column }) => column === 'route_ids')?.after).toBe('');
  });

  it('cannot be taken in when the permit is another by now', () => {
    expect(isStale({ state: 'WAITING', seen: 1, onFile: 2 })).toBe(true);
    expect(isStale({ state: 'WAITING', seen: 2, onFile: 2 })).toBe(false);
    expect(isStale({ state: 'TAKEN', seen: 1, onFile: 2 })).toBe(false);
  });

  it('is late from its beginning to when it is taken in', () => {
    const columns = { valid_from: '2026-11-18T10:00:00+08:00' };
    expect(lateHours({ before: null, columns, decidedAt: null }, NOW)).toBe(2);
    expect(lateHours({ before: null, columns, decidedAt: '2026-11-18T03:00:00Z' }, NOW)).toBe(1);
    expect(lateHours({ before: null, columns, decidedAt: '2026-11-18T01:00:00Z' }, NOW)).toBe(0);
  });

  it('is late as a change, too, where the permit on file is not yet in force', () => {
    const columns = { valid_from: '2026-11-18T10:00:00+08:00' };
    const since = (valid_from: string) => ({ before: { valid_from }, columns, decidedAt: null });
    expect(lateHours(since('2026-11-18T12:00:01+08:00'), NOW)).toBe(2);
    expect(lateHours(since('2026-11-18T12:00:00+08:00'), NOW)).toBe(0);
    expect(lateHours({ before: columns, columns, decidedAt: null }, NOW)).toBe(0);
    // when it was decided, not when it is looked at
    expect(lateHours({ ...since('2026-11-18T11:30:00+08:00'), decidedAt: '2026-11-18T03:00:00Z' }, NOW)).toBe(1);
    expect(lateHours({ ...since('2026-11-18T11:30:00+08:00'), decidedAt: '2026-11-18T03:30:00Z' }, NOW)).toBe(0);
  });
});
