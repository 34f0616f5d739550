import { describe, expect, it } from 'vitest';
import type { PassRow, RoadRow, Segments } from '../../api/types';
import { lastWork, segmentAt } from './lastWork';

const segment = (id: string, lat: number) => ({ type: 'Feature' as const, geometry: { type: 'LineString' as const, coordinates: [[119.1, lat], [119.11, lat]] }, properties: { id, road: `路${id}`, grade: '1', sides: '', speed_limit_kmh: null, tunnel: false } });
const SEGMENTS: Segments = { type: 'FeatureCollection', features: [segment('S1', 36.7), segment('S2', 36.7005)] };
/** Metres to the north of S1. */
const north = (metres: number) => ({ lon: 119.105, lat: 36.7 + metres / 111_320 });

describe('the road at a place', () => {
  it('is the nearest within forty metres', () => {
    expect(segmentAt(SEGMENTS, north(10))).toEqual({ id: 'S1', road: '路S1' });
    expect(segmentAt(SEGMENTS, north(50))?.id).toBe('S2');
    expect(segmentAt(SEGMENTS, north(-39.9))?.id).toBe('S1');
    expect(segmentAt(SEGMENTS, north(-40.1))).toBeNull();
  });

  it('ends where its line ends', () => {
    expect(segmentAt(SEGMENTS, { lon: 119.1, lat: 36.7 })?.id).toBe('S1');
    expect(segmentAt(SEGMENTS, { lon: 119.0995, lat: 36.7 })).toBeNull();
  });
});

describe('the work around a moment', () => {
  const found = Date.parse('2026-11-16T07:40:00+08:00');
  const row = (first: string | null, last: string | null, segmentId = 'S1') =>
    ({ segmentId, first: first && `2026-11-16T${first}:00+08:00`, last: last && `2026-11-16T${last}:00+08:00` }) as PassRow;
  const roads = (...rows: PassRow[]) => [{ rows }] as unknown as RoadRow[];

  it('is the last before it and the first after it', () => {
    const all = roads(row('04:00', '04:10'), row('05:40', '05:42'), row('08:00', '08:05'), row('09:00', '09:05'), row('07:00', '07:30', 'S2'));
    const work = lastWork(all, 'S1', found);
    expect(work?.before?.last).toBe('2026-11-16T05:42:00+08:00');
    expect(work?.after?.first).toBe('2026-11-16T08:00:00+08:00');
  });

  it('counts what ended in that moment and not what began in it', () => {
    expect(lastWork(roads(row('07:30', '07:40')), 'S1', found)?.before).not.toBeNull();
    expect(lastWork(roads(row('07:40', '07:50')), 'S1', found)).toEqual({ before: null, after: null });
  });

  it('is not known where nothing is required of the road', () => {
    expect(lastWork(roads(row('05:40', '05:42', 'S2')), 'S1', found)).toBeNull();
    expect(lastWork(roads(row(null, null)), 'S1', found)).toEqual({ before: null, after: null });
  });
});
