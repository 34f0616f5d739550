import { describe, expect, it } from 'vitest';
import type { LimitProposal, LimitRow, LimitVersion } from '../../../api/limitTypes';
import { setterOf, withWish } from './limits';

const ROW: LimitRow = { row: 'DUMPING/HANDLING', type: 'DUMPING', term: 'HANDLING', limit: { amount: 4, unit: 'WORKING_HOUR' }, initial: { amount: 4, unit: 'WORKING_HOUR' }, version: 1 };

describe('a wish', () => {
  it('is another limit, by amount or by unit', () => {
    expect(withWish({}, ROW, { amount: 6, unit: 'WORKING_HOUR' })).toEqual({ 'DUMPING/HANDLING': { amount: 6, unit: 'WORKING_HOUR' } });
    expect(withWish({}, ROW, { amount: 4, unit: 'CLOCK_HOUR' })).toEqual({ 'DUMPING/HANDLING': { amount: 4, unit: 'CLOCK_HOUR' } });
  });

  it('is none where it is what stands, or is taken back', () => {
    const wishes = { 'DUMPING/HANDLING': { amount: 6, unit: 'WORKING_HOUR' as const }, 'WATER/FILING': { amount: 1, unit: 'CLOCK_HOUR' as const } };
    expect(Object.keys(withWish(wishes, ROW, { amount: 4, unit: 'WORKING_HOUR' }))).toEqual(['WATER/FILING']);
    expect(Object.keys(withWish(wishes, ROW, null))).toEqual(['WATER/FILING']);
  });
});

describe('who has set a limit', () => {
  const versions: LimitVersion[] = [
    { number: 2, inForceFrom: '2026-11-20T00:00:00+08:00', inForce: true, proposalId: '7', changes: [] },
    { number: 1, inForceFrom: null, inForce: false, proposalId: null, changes: [] },
  ];
  const proposal: LimitProposal = {
    id: '7', base: 1, changed: {}, reason: '新规', inForceFrom: null, proposedBy: '管理员', proposedAt: '', own: false, decision: 'APPROVED', decidedBy: '审批人', decidedAt: '', decisionReason: '同意',
  };

  it('is told by the version that has', () => {
    expect(setterOf({ ...ROW, version: 2 }, versions, [proposal])).toEqual({ by: '管理员 / 审批人', from: '2026-11-20T00:00:00+08:00' });
    expect(setterOf(ROW, versions, [proposal])).toBeNull();
    expect(setterOf({ ...ROW, version: 2 }, versions, [])).toBeNull();
  });
});
