import { describe, expect, it } from 'vitest';
import type { Live } from '../api/types';
import { Motion, metresBetween, turn } from './motion';

const report = (second: number, lon: number, direction = 90): Live => ({
  plate: '鲁G00001',
  kind: 'MUCK_TRUCK',
  company: 'c',
  time: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
  lon,
  lat: 36.7,
  speedKmh: 40,
  direction,
  state: 'MOVING',
  acc: true,
  cover: 'CLOSED',
  lift: 'DOWN',
  load: 'LOADED',
  weightT: 12,
  brush: null,
  pump: null,
});

describe('a vehicle between two reports', () => {
  it('is half way after half of the interval', () => {
    const motion = new Motion(() => 1);
    motion.accept(report(0, 119.1), 0);
    motion.accept(report(10, 119.101), 1000);
    expect(motion.poseOf('鲁G00001', 6000)?.lon).toBeCloseTo(119.1005, 6);
    expect(motion.poseOf('鲁G00001', 11_000)?.lon).toBe(119.101);
    expect(motion.moving(10_999)).toBe(true);
    expect(motion.moving(11_000)).toBe(false);
  });

  it('needs a tenth of the time in a simulation of ten times the speed', () => {
    const motion = new Motion(() => 10);
    motion.accept(report(0, 119.1), 0);
    motion.accept(report(10, 119.101), 0);
    expect(motion.poseOf('鲁G00001', 500)?.lon).toBeCloseTo(119.1005, 6);
  });

  it('starts from where it is drawn when the next report comes early', () => {
    const motion = new Motion(() => 1);
    motion.accept(report(0, 119.1), 0);
    motion.accept(report(10, 119.102), 0);
    motion.accept(report(12, 119.102), 5000);
    expect(motion.poseOf('鲁G00001', 5000)?.lon).toBeCloseTo(119.101, 6);
  });

  it('leaps after a long silence, over a long distance and to an older report', () => {
    for (const [second, lon] of [[600, 119.101], [10, 119.2], [-5, 119.099]] as const) {
      const motion = new Motion(() => 1);
      motion.accept(report(0, 119.1), 0);
      motion.accept(report(second, lon), 0);
      expect(motion.poseOf('鲁G00001', 1)?.lon).toBe(lon);
    }
  });
});

describe('an area', () => {
  const area = { west: 119.2, south: 36.6, east: 119.3, north: 36.8 };
  const visited = (from: number, to: number) => {
    const motion = new Motion(() => 1);
    motion.accept(report(0, from), 0);
    motion.accept(report(10, to), 0);
    const plates: string[] = [];
    motion.within(area, 5000, ({ plate }) => plates.push(plate));
    return plates.length;
  };

  it('has who enters it, leaves it or stands on its edge, and nobody else', () => {
    expect(visited(119.199, 119.201)).toBe(1);
    expect(visited(119.299, 119.301)).toBe(1);
    expect(visited(119.19, 119.2)).toBe(1);
    expect(visited(119.19, 119.1999)).toBe(0);
    expect(visited(119.301, 119.302)).toBe(0);
  });
});

describe('a turn', () => {
  it('goes the shorter way round north', () => {
    expect(turn(350, 10, 0.5)).toBeCloseTo(0, 6);
    expect(turn(10, 350, 0.5)).toBeCloseTo(0, 6);
    expect(turn(90, 180, 0.5)).toBeCloseTo(135, 6);
  });
});

describe('the distance', () => {
  it('of a thousandth of a degree of latitude is 111 m', () => {
    expect(metresBetween({ lon: 119, lat: 36 }, { lon: 119, lat: 36.001 })).toBeCloseTo(111.32, 1);
  });
});
