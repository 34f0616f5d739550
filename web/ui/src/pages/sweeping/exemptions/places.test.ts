import { describe, expect, it } from 'vitest';
import type { ExemptionRequest } from '../../../api/exemptionTypes';
import type { RoadRow } from '../../../api/types';
import { inOrder, placesBeside, roadNames, segmentsOf } from './places';

const road = (name: string, contractor: string, ...segments: string[]) => ({ road: name, contractor, rows: segments.map((segmentId) => ({ segmentId })) }) as RoadRow;

const board = [road('Main', 'East', 'S2', 'S1', 'S1'), road('Main', 'West', 'S3'), road('High', 'East', 'S9')];

describe('what an exemption is of', () => {
  it('takes every segment of a road once, whoever cleans it', () => {
    expect(segmentsOf(board, ['Main'])).toEqual(['S1', 'S2', 'S3']);
    expect(segmentsOf(board, [])).toEqual([]);
    expect(roadNames(board)).toEqual(['High', 'Main']);
  });

  it('leaves beside the roads what their segments are not', () => {
    expect(placesBeside({ placeIds: ['K1', 'S1', 'S2', 'S3'], roads: ['Main'] }, board)).toEqual(['K1']);
  });
});

it('puts what waits for a decision first', () => {
  const one = (id: string, decision: ExemptionRequest['decision']) => ({ id, decision }) as ExemptionRequest;
  const sorted = inOrder([one('9', null), one('12', 'REJECTED'), one('11', 'APPROVED'), one('10', null)]);
  expect(sorted.map(({ id }) => id)).toEqual(['10', '9', '12', '11']);
});
