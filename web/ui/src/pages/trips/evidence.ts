import type { TripRow } from '../../api/types';

/** What a trip should leave behind: a permit, a waybill, pictures of cameras, a track. */
export type Gap = 'NO_PERMIT' | 'NO_WAYBILL' | 'WAYBILL_DIFFERS' | 'EXCEPTION' | 'NOT_ON_CAMERA' | 'UNOBSERVED';

export const GAPS: readonly Gap[] = ['NO_PERMIT', 'NO_WAYBILL', 'WAYBILL_DIFFERS', 'EXCEPTION', 'NOT_ON_CAMERA', 'UNOBSERVED'];

/** As the rules' waybill_observed: of a trip that was seen for less nobody can say what it did. */
const OBSERVED = 0.6;

/** What is missing of it; what nobody could have left is no gap. */
export function gapsOf(trip: TripRow): Gap[] {
  const { permitId, waybillId, waybillMatch, cameraOut, cameraIn, observedShare, endKind, exception } = trip;
  const gaps: Gap[] = [];
  if (permitId === '') gaps.push('NO_PERMIT');
  if (waybillMatch === 'NO_WAYBILL') gaps.push('NO_WAYBILL');
  else if (waybillId !== '' && waybillMatch !== '' && waybillMatch !== 'MATCHED') gaps.push('WAYBILL_DIFFERS');
  if (exception !== '') gaps.push('EXCEPTION');
  if (cameraOut === 'NOT_SEEN' || cameraIn === 'NOT_SEEN') gaps.push('NOT_ON_CAMERA');
  if (endKind === 'GAP' || (observedShare !== null && observedShare < OBSERVED)) gaps.push('UNOBSERVED');
  return gaps;
}
