import { describe, expect, it } from 'vitest';
import type { Live, PointRow } from '../../../api/types';
import { filterPoints, nearestTruck, ordersOf, pointSpots, shownPoint, sumPoints } from './points';

const at = (time: string) => Date.parse(`2026-11-16T${time}:00+08:00`);
const row = (over: Partial<PointRow> = {}): PointRow => ({
  pointId: 'K1', lon: 119.1, lat: 36.7, contractor: '甲', windowStart: '2026-11-16T06:00:00+08:00', windowEnd: '2026-11-16T09:00:00+08:00',
  state: 'RUNNING', plate: '', visitStart: null, visitMetres: null, inTime: false, ...over,
});
const truck = (over: Partial<Live>): Live => ({ plate: 'T1', kind: 'COLLECTION_TRUCK', company: '甲', state: 'MOVING', lon: 119.1, lat: 36.71, ...over }) as Live;

describe('a point on the board', () => {
  it('waits, is about to close, is overdue, by the clock and not by a verdict', () => {
    expect(shownPoint(row({ state: 'UPCOMING' }), at('05:59'))).toBe('UPCOMING');
    expect(shownPoint(row(), at('07:59'))).toBe('WAITING');
    expect(shownPoint(row(), at('08:00'))).toBe('CLOSING');
    expect(shownPoint(row(), at('08:59'))).toBe('CLOSING');
    expect(shownPoint(row(), at('09:00'))).toBe('OVERDUE');
    expect(shownPoint(row({ state: 'MISSED' }), at('09:31'))).toBe('MISSED');
  });

  it('was served in time or late', () => {
    expect(shownPoint(row({ state: 'SERVED', inTime: true }), at('10:00'))).toBe('SERVED');
    expect(shownPoint(row({ state: 'SERVED' }), at('10:00'))).toBe('LATE');
  });
});

describe('the board', () => {
  const rows = [
    row({ pointId: 'A', state: 'SERVED', inTime: true }), row({ pointId: 'B', state: 'SERVED' }), row({ pointId: 'C', state: 'MISSED' }),
    row({ pointId: 'D', state: 'UNOBSERVED' }), row({ pointId: 'E', state: 'EXEMPT' }), row({ pointId: 'F' }),
  ];

  it('counts what is due without what is exempted or not judged', () => {
    expect(sumPoints(rows, at('08:30'))).toEqual({ due: 4, served: 2, inTime: 1, missed: 1, unobserved: 1, unserved: 1 });
  });

  it('shows what has to be seen to first', () => {
    expect(filterPoints(rows, 'ALL', at('08:30')).map(({ pointId }) => pointId)).toEqual(['F', 'C', 'D', 'B', 'A', 'E']);
    expect(filterPoints(rows, 'UNSERVED', at('08:30')).map(({ pointId }) => pointId)).toEqual(['F']);
    expect(filterPoints(rows, 'MISSED', at('08:30')).map(({ pointId }) => pointId)).toEqual(['C']);
  });

  it('draws a point of two windows by the more urgent one', () => {
    const twice = [row({ state: 'SERVED', inTime: true }), row({ windowStart: '2026-11-16T18:00:00+08:00', windowEnd: '2026-11-16T20:00:00+08:00', state: 'MISSED' })];
    const { features } = pointSpots(twice, at('21:00'), 'K1');
    expect(features.map(({ properties }) => properties)).toEqual([{ pointId: 'K1', colour: '#e0343b', selected: true }]);
  });
});

describe('the nearest truck', () => {
  it('is of the contractor, collects, and is on the air', () => {
    const near = nearestTruck(row(), [
      truck({ plate: 'far', lat: 36.72 }), truck({ plate: 'near' }), truck({ plate: 'other', company: '乙', lat: 36.7 }),
      truck({ plate: 'off', state: 'OFFLINE', lat: 36.7 }), truck({ plate: 'sweeper', kind: 'SWEEPER', lat: 36.7 }),
    ]);
    expect(near?.plate).toBe('near');
    expect(near?.metres).toBeCloseTo(1113, -1);
    expect(nearestTruck(row(), [])).toBeNull();
  });

  it('is the next one when the nearest was sent', () => {
    const trucks = [truck({ plate: 'far', lat: 36.72 }), truck({ plate: 'near' })];
    expect(nearestTruck(row(), trucks, ['near'])?.plate).toBe('far');
    expect(nearestTruck(row(), trucks, ['near', 'far'])).toBeNull();
  });

  it('was sent for one window of one point', () => {
    const order = { pointId: 'K1', windowEnd: '2026-11-16T01:00:00Z', plate: 'T1', by: 'x', at: '' };
    const others = [{ ...order, pointId: 'K2' }, { ...order, windowEnd: '2026-11-16T01:00:01Z' }];
    expect(ordersOf([order, ...others], row())).toEqual([order]);
  });
});
