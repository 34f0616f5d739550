import { describe, expect, it } from 'vitest';
import { between, metresBetween, turn } from './motion';

describe('a turn', () => {
  it('goes the shorter way round north', () => {
    expect(turn(350, 10, 0.5)).toBeCloseTo(0, 6);
    expect(turn(10, 350, 0.5)).toBeCloseTo(0, 6);
    expect(turn(90, 180, 0.5)).toBeCloseTo(135, 6);
  });
});

describe('a way', () => {
  it('is half done in the middle, the turn by then', () => {
    const pose = between({ lon: 119, lat: 36, direction: 0 }, { lon: 120, lat: 37, direction: 90 }, 0.5);
    expect(pose).toEqual({ lon: 119.5, lat: 36.5, direction: 90 });
  });
});

describe('the distance', () => {
  it('of a thousandth of a degree of latitude is 111 m', () => {
    expect(metresBetween({ lon: 119, lat: 36 }, { lon: 119, lat: 36.001 })).toBeCloseTo(111.32, 1);
  });
});
