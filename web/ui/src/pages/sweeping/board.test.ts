import { describe, expect, it } from 'vitest';
import type { PassRow, RoadRow, Segments } from '../../api/types';
import { filterRoads, shownOutcome, sideLines, windowsOf } from './board';

const END = '2026-11-16T07:00:00+08:00';
const after = Date.parse(END);

const row = (changes: Partial<PassRow> = {}): PassRow => ({
  requirementId: 'q', segmentId: 's1', side: 'FWD', op: 'SWEEP', windowStart: '2026-11-16T05:00:00+08:00', windowEnd: END,
  required: 1, done: 1, coverage: 1, result: 'DONE', first: null, last: null, plates: [], ...changes,
});
const missed: Partial<PassRow> = { done: 0, coverage: 0, result: 'MISSED' };
const road = (...rows: PassRow[]): RoadRow => ({ road: '甲路', grade: '1', contractor: 'c', required: 9, done: 9, rate: 1, rows });
const segments: Segments = {
  type: 'FeatureCollection',
  features: ['s1', 's2'].map((id) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [[119, 36], [119.01, 36]] },
    properties: { id, road: '甲路', grade: '1', sides: 'FWD;REV', speed_limit_kmh: 50, tunnel: false },
  })),
};
const ALL = { op: null, window: null, onlyOpen: false };

describe('a pass', () => {
  it('is not missed before its window has closed', () => {
    expect(shownOutcome(row(missed), after - 1)).toBe('PENDING');
    expect(shownOutcome(row(missed), after)).toBe('MISSED');
    expect(shownOutcome(row(), after - 1)).toBe('DONE');
    expect(shownOutcome(row({ result: 'UNOBSERVED', done: 0 }), after)).toBe('UNOBSERVED');
  });
});

describe('a road under a filter', () => {
  it('is counted over the rows that are left, without exempted ones and without surplus', () => {
    const rows = [row({ done: 3 }), row(missed), row({ result: 'EXEMPT', done: 0 }), row({ op: 'FLUSH', ...missed })];
    expect(filterRoads([road(...rows)], ALL)[0]).toMatchObject({ required: 3, done: 1 });
    expect(filterRoads([road(...rows)], { ...ALL, op: 'SWEEP' })[0]).toMatchObject({ required: 2, done: 1, rate: 0.5 });
  });

  it('goes away without rows, and when nothing is open and only open ones are asked for', () => {
    expect(filterRoads([road(row())], { ...ALL, op: 'WASH' })).toEqual([]);
    expect(filterRoads([road(row())], { ...ALL, onlyOpen: true })).toEqual([]);
    expect(filterRoads([road(row(missed))], { ...ALL, onlyOpen: true })).toHaveLength(1);
    expect(filterRoads([road(row({ result: 'EXEMPT' }))], ALL)[0].rate).toBeNull();
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
