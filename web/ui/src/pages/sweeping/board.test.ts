import { describe, expect, it } from 'vitest';
import type { Live, PassRow, RoadOrder, RoadRow, Segments } from '../../api/types';
import { ableVehicles, callableVehicles, filterRoads, firstEnd, shownOutcome, sideLines, takes, windowsOf } from './board';

const END = '2026-11-16T07:00:00+08:00';
const after = Date.parse(END);

const row = (changes: Partial<PassRow> = {}): PassRow => ({
  requirementId: 'q', segmentId: 's1', side: 'FWD', op: 'SWEEP', windowStart: '2026-11-16T05:00:00+08:00', windowEnd: END,
  required: 1, done: 1, coverage: 1, result: 'DONE', first: null, last: null, plates: [], ...changes,
});
const missed: Partial<PassRow> = { done: 0, coverage: 0, result: 'MISSED' };
const road = (...rows: PassRow[]): RoadRow => ({ road: '甲路', grade: '1', contractor: 'c', due: 9, worked: 9, required: 9, done: 9, rate: 1, undone: 0, rows });
const MINUTE = 60_000;
const running: Partial<PassRow> = { result: 'RUNNING', done: 0, coverage: 0.4, last: '2026-11-16T05:50:00+08:00' };
const segments: Segments = {
  type: 'FeatureCollection',
  features: ['s1', 's2'].map((id) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [[119, 36], [119.01, 36]] },
    properties: { id, road: '甲路', grade: '1', sides: 'FWD;REV', speed_limit_kmh: 50, tunnel: false },
  })),
};
const vehicle = (plate: string, changes: Partial<Live> = {}) => ({ plate, kind: 'SWEEPER', company: 'c', state: 'MOVING', ...changes }) as Live;
const fleet = [vehicle('1'), vehicle('2', { state: 'OFFLINE' }), vehicle('3', { kind: 'FLUSHER' }), vehicle('4', { company: 'd' }), vehicle('5', { kind: 'WASH_SWEEPER' })];
const ALL = { op: null, window: null, show: 'ALL' } as const;

describe('a pass', () => {
  it('is what its verdict says', () => {
    expect(shownOutcome(row(missed), after)).toBe('MISSED');
    expect(shownOutcome(row({ result: 'UNOBSERVED', done: 0 }), after)).toBe('UNOBSERVED');
  });

  it('is not missed before it is judged', () => {
    expect(shownOutcome(row({ ...running, last: null }), after - 61 * MINUTE)).toBe('WAITING');
    expect(shownOutcome(row(running), after)).toBe('PENDING');
    expect(shownOutcome(row({ ...running, done: 1 }), after)).toBe('DONE');
    expect(shownOutcome(row({ ...running, result: 'UPCOMING' }), after - 121 * MINUTE)).toBe('UPCOMING');
  });

  it('is in work until its last work is a quarter of an hour old, and closing in the last hour', () => {
    const last = { ...running, last: '2026-11-16T05:30:00+08:00' };
    expect(shownOutcome(row(last), after - 75 * MINUTE)).toBe('WORKING');
    expect(shownOutcome(row(last), after - 75 * MINUTE + 1)).toBe('RESTING');
    expect(shownOutcome(row(last), after - 60 * MINUTE - 1)).toBe('RESTING');
    expect(shownOutcome(row(last), after - 60 * MINUTE)).toBe('CLOSING');
  });
});

describe('a road under a filter', () => {
  it('is counted over the rows that are left, without exempted ones and without surplus', () => {
    const rows = [row({ done: 3 }), row(missed), row({ result: 'EXEMPT', done: 0 }), row({ op: 'FLUSH', ...missed })];
    expect(filterRoads([road(...rows, row(running))], ALL, after - MINUTE)[0]).toMatchObject({ required: 3, done: 1, undone: 1 });
    expect(filterRoads([road(...rows)], { ...ALL, op: 'SWEEP' }, after)[0]).toMatchObject({ required: 2, done: 1, rate: 0.5 });
  });

  it('has all its windows due, judged or not, and what nobody observed is not worked', () => {
    const rows = [row(), row({ ...running, required: 2, done: 1 }), row({ ...running, done: 3 }), row({ ...running, result: 'UPCOMING', last: null }), row({ ...missed, result: 'UNOBSERVED' }), row({ result: 'EXEMPT' })];
    expect(filterRoads([road(...rows)], ALL, after - MINUTE)[0]).toMatchObject({ due: 6, worked: 3, required: 2, done: 1, rate: 0.5 });
  });

  it('goes away without rows, and when nothing is undone and that is asked for', () => {
    expect(filterRoads([road(row())], { ...ALL, op: 'WASH' }, after)).toEqual([]);
    expect(filterRoads([road(row(), row({ result: 'EXEMPT', done: 0 }))], { ...ALL, show: 'UNDONE' }, after)).toEqual([]);
    expect(filterRoads([road(row(missed))], { ...ALL, show: 'UNDONE' }, after)).toHaveLength(1);
    expect(filterRoads([road(row({ result: 'EXEMPT' }))], ALL, after)[0].rate).toBeNull();
  });

  it('keeps its counts when only what is closing is shown', () => {
    const [left] = filterRoads([road(row(), row(missed), row(running))], { ...ALL, show: 'CLOSING' }, after - 30 * MINUTE);
    expect(left).toMatchObject({ required: 2, done: 1, undone: 1 });
    expect(left.rows.map(({ result }) => result)).toEqual(['RUNNING']);
    expect(filterRoads([road(row(running))], { ...ALL, show: 'CLOSING' }, after - 61 * MINUTE)).toEqual([]);
  });

  it('stands before others when its undone window ends first, and then when its rate is worse', () => {
    const later = { ...running, windowEnd: '2026-11-16T09:00:00+08:00' };
    const roads = [road(row()), road(row(missed)), road(row(later)), road(row(), row(running))];
    const order = filterRoads(roads, ALL, after - MINUTE).map(({ rows }) => firstEnd(rows, after - MINUTE));
    expect(order).toEqual([after, Date.parse(later.windowEnd), null, null]);
    expect(filterRoads(roads, ALL, after - MINUTE)[2].rate).toBe(0);
  });

  it('can be helped by vehicles of its contractor that fit and are on the air', () => {
    const plates = (rows: PassRow[]) => ableVehicles(road(...rows), fleet, after - MINUTE).map(({ plate }) => plate);
    expect(plates([row(running)])).toEqual(['1', '5']);
    expect(plates([row(missed)])).toEqual([]);
  });

  it('takes a vehicle that can do what is undone, once for the window that ends first', () => {
    const order = { road: '甲路', contractor: 'c', windowEnd: END, plate: '1', by: 'x', at: END };
    const undone = road(row(running));
    const taken = (orders: RoadOrder[], one = undone) => fleet.filter((each) => takes(one, each, orders, after - MINUTE)).map(({ plate }) => plate);
    expect(taken([])).toEqual(['1', '5']);
    expect(taken([order])).toEqual(['5']);
    expect(taken([{ ...order, windowEnd: '2026-11-16T09:00:00+08:00' }])).toEqual(['1', '5']);
    expect(taken([{ ...order, road: '乙路' }])).toEqual(['1', '5']);
    expect(taken([], road(row(missed)))).toEqual([]);
  });

  it('calls what fits anything undone, of its contractor or of any where the road has none', () => {
    const called = (...roads: RoadRow[]) => callableVehicles(roads, [...fleet].reverse(), after - MINUTE).map(({ plate }) => plate);
    expect(called(road(row(running)), road(row({ ...running, op: 'FLUSH' })))).toEqual(['1', '3', '5']);
    expect(called(road(row(missed)))).toEqual([]);
    expect(called({ ...road(row(running)), contractor: '' })).toEqual(['1', '4', '5']);
  });

  it('has its windows by the city clock', () => {
    expect(windowsOf([road(row())])).toEqual(['05:00–07:00']);
  });
});

describe('the lines on the map', () => {
  const lines = (...rows: PassRow[]) => sideLines([road(...rows)], segments, after).features.map(({ properties }) => [properties.segmentId, properties.side, properties.outcome, properties.offset]);

  it('show each side by its worst pass, forward on the right', () => {
    expect(lines(row(), row(missed), row({ side: 'REV' }))).toEqual([['s1', 'FWD', 'MISSED', 1], ['s1', 'REV', 'DONE', -1]]);
  });

  it('draw both sides for a requirement of both', () => {
    expect(lines(row({ side: 'BOTH', segmentId: 's2' }))).toEqual([['s2', 'FWD', 'DONE', 1], ['s2', 'REV', 'DONE', -1]]);
  });
});
