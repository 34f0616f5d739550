import { describe, expect, it } from 'vitest';
import { kerbOf } from './kerb';

const HERE = [119.1, 36.7];
const WIDTH = Math.cos((HERE[1] * Math.PI) / 180);

/** A line from here over points so many hundredths of a degree east and north, as long on the ground in both directions. */
const way = (...points: [number, number][]) => [HERE, ...points.map(([east, north]) => [HERE[0] + (east * 0.0001) / WIDTH, HERE[1] + north * 0.0001])];

/** A short straight line in a direction, degrees clockwise from north. */
const towards = (bearing: number) => way([Math.sin((bearing * Math.PI) / 180), Math.cos((bearing * Math.PI) / 180)]);

const both = (...lines: number[][][]) => [kerbOf(lines, 'FWD'), kerbOf(lines, 'REV')];

describe('the sides of a road', () => {
  it('are told by the compass, FWD to the right of the drawing direction', () => {
    expect(both(towards(0))).toEqual(['E', 'W']);
    expect(both(towards(90))).toEqual(['S', 'N']);
    expect(both(towards(180))).toEqual(['W', 'E']);
    expect(both(towards(270))).toEqual(['N', 'S']);
  });

  it('change at the quarters between', () => {
    for (const [bearing, before, after] of [
      [45, ['E', 'W'], ['S', 'N']],
      [135, ['S', 'N'], ['W', 'E']],
      [225, ['W', 'E'], ['N', 'S']],
      [315, ['N', 'S'], ['E', 'W']],
    ] as const) {
      expect(both(towards(bearing - 0.01))).toEqual(before);
      expect(both(towards(bearing + 0.01))).toEqual(after);
    }
    // on the equator the ground is as long both ways, without rounding
    expect(both([[0, -0.5], [1, 0.5]])).toEqual(['S', 'N']);
  });

  it('of a bent road are those of the way between its ends', () => {
    expect(both(way([1, 0], [1, 1.5]))).toEqual(['E', 'W']);
    expect(both(way([1, 0], [1, 0.5]))).toEqual(['S', 'N']);
  });

  it('of several stretches are those of the whole', () => {
    expect(both(towards(80), towards(20), towards(10))).toEqual(['E', 'W']);
  });

  it('have no names where the road comes back to itself', () => {
    expect(both(way([1, 0], [1, 1], [0, 1], [0, 0]))).toEqual([null, null]);
    expect(both(way([1, 0], [1, 1], [0, 1], [0, 0.31]))).toEqual([null, null]);
    expect(both(way([1, 0], [1, 1], [0, 1], [0, 0.5]))).toEqual(['E', 'W']);
    expect(both([HERE, HERE])).toEqual([null, null]);
    expect(both()).toEqual([null, null]);
  });
});
