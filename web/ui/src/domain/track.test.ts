import { describe, expect, it } from 'vitest';
import type { TrackPoint } from '../api/types';
import { boundsOf, cleaned, indexAt, parts, poseAt, runs, speedClass, summary, trackLines } from './track';

const START = Date.UTC(2026, 0, 1);
const at = (second: number) => START + second * 1000;
const iso = (second: number) => new Date(at(second)).toISOString();

function point(second: number, changes: Partial<TrackPoint> = {}): TrackPoint {
  return {
    time: iso(second), lon: 119 + second * 1e-5, lat: 36, speedKmh: 30, direction: 90, valid: true, backfill: false,
    acc: true, cover: 'CLOSED', lift: 'DOWN', load: 'LOADED', weightT: 12, brush: null, pump: null, ...changes,
  };
}

describe('the place at a moment', () => {
  const points = [point(0), point(10), point(200)];

  it('lies between the fixes before and after it', () => {
    expect(poseAt(points, at(5))?.lon).toBeCloseTo(119.00005, 9);
    expect(poseAt(points, at(5))?.point).toBe(points[0]);
  });

  it('is the last fix inside a gap, the first before the track and the last after it', () => {
    expect(poseAt(points, at(100))?.lon).toBe(points[1].lon);
    expect(poseAt(points, at(-1))?.lon).toBe(points[0].lon);
    expect(poseAt(points, at(999))?.lon).toBe(points[2].lon);
    expect(poseAt([], at(0))).toBeNull();
  });

  it('has the index of the fix at that very moment', () => {
    expect([-1, 0, 9.999, 10, 200].map((second) => indexAt(points, at(second)))).toEqual([-1, 0, 0, 1, 2]);
  });
});

describe('a track that is cleaned', () => {
  it('has all fixes but those that no rule used', () => {
    const points = [point(0), point(10), point(20)];
    expect(cleaned(points, [{ index: 0, reason: 'C05' }, { index: 2, reason: 'C01' }])).toEqual([points[1]]);
    expect(cleaned(points, [])).toBe(points);
  });
});

describe('the lines of a track', () => {
  it('join fixes of one speed class and set gaps apart', () => {
    const lines = trackLines([point(0), point(10), point(20), point(30, { speedKmh: 70 }), point(151, { speedKmh: 70 })]);
    expect(lines.features.map(({ properties, geometry }) => [properties.speed, properties.gap, geometry.coordinates.length])).toEqual([
      [2, false, 3],
      [4, false, 2],
      [4, true, 2],
    ]);
  });

  it('count a speed at the bound to the faster class', () => {
    expect([0, 4.9, 5, 60, 59.9].map(speedClass)).toEqual([0, 0, 1, 4, 3]);
  });
});

describe('the lane of a sensor', () => {
  it('keeps a value until the next one and breaks where nothing was said', () => {
    const points = [point(0), point(10), point(20, { cover: 'OPEN' }), point(30, { cover: null }), point(40, { cover: 'OPEN' })];
    const lane = runs(points, ({ cover }) => cover).map(({ from, to, value }) => [(from - START) / 1000, (to - START) / 1000, value]);
    expect(lane).toEqual([[0, 20, 'CLOSED'], [20, 30, 'OPEN'], [40, 40, 'OPEN']]);
  });

  it('does not reach over a gap', () => {
    expect(runs([point(0), point(10), point(200), point(210)], ({ cover }) => cover)).toHaveLength(2);
  });
});

describe('the progress bar and the sums', () => {
  const stop = { from: iso(10), to: iso(70), lon: 119, lat: 36, minutes: 1 };
  const gap = { from: iso(70), to: iso(270) };
  const points = [point(0), point(10), point(70), point(270), point(280, { speedKmh: 55 })];

  it('cover the whole track and paint stops and gaps over it', () => {
    expect(parts(points, [stop], [gap], []).map(({ kind, from, to }) => [kind, (from - START) / 1000, (to - START) / 1000])).toEqual([
      ['driving', 0, 280],
      ['parked', 10, 70],
      ['gap', 70, 270],
    ]);
    expect(parts([], [], [], [])).toEqual([]);
  });

  it('count no distance over a gap', () => {
    const sums = summary(points, [stop], [gap]);
    expect([sums.drivingMs, sums.parkedMs, sums.gapMs, sums.maxSpeedKmh]).toEqual([20_000, 60_000, 200_000, 55]);
    expect(sums.kilometres).toBeCloseTo((80e-5 * 111.32 * Math.cos(Math.PI / 5)), 3);
  });
});

describe('the bounds', () => {
  it('hold every place, and there are none without places', () => {
    expect(boundsOf([{ lon: 2, lat: 3 }, { lon: 1, lat: 5 }])).toEqual([1, 3, 2, 5]);
    expect(boundsOf([])).toBeNull();
  });
});
