import { describe, expect, it } from 'vitest';
import type { TripRow } from '../../api/types';
import { gapsOf } from './evidence';

const whole = {
  endKind: 'OK', permitId: 'PM1', waybillId: 'W1', waybillMatch: 'MATCHED', cameraOut: 'SEEN', cameraIn: 'SEEN', exception: '', observedShare: 0.6,
} as TripRow;
const gaps = (over: Partial<TripRow>) => gapsOf({ ...whole, ...over });

describe('a trip', () => {
  it('with everything has no gap, and none where nothing could be', () => {
    expect(gaps({})).toEqual([]);
    expect(gaps({ cameraOut: '', cameraIn: '', waybillId: '', waybillMatch: '' })).toEqual([]);
    expect(gaps({ endKind: 'UNDER_WAY', observedShare: null })).toEqual([]);
  });

  it('names what is missing', () => {
    expect(gaps({ permitId: '' })).toEqual(['NO_PERMIT']);
    expect(gaps({ waybillId: '', waybillMatch: 'NO_WAYBILL' })).toEqual(['NO_WAYBILL']);
    expect(gaps({ waybillMatch: 'LATE_ACCEPT' })).toEqual(['WAYBILL_DIFFERS']);
    expect(gaps({ cameraIn: 'NOT_SEEN' })).toEqual(['NOT_ON_CAMERA']);
    expect(gaps({ exception: '少了一车' })).toEqual(['EXCEPTION']);
    expect(gaps({ observedShare: 0.59 })).toEqual(['UNOBSERVED']);
    expect(gaps({ endKind: 'GAP', observedShare: 0.95 })).toEqual(['UNOBSERVED']);
  });
});
