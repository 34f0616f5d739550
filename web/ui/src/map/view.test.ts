import { describe, expect, it } from 'vitest';
import { latitude, longitude, mercatorX, mercatorY, metresPerPx, stretch, worldAt, zoomOf, type View } from './view';

const view = (change: Partial<View> = {}): View => ({ x: 0.5, y: 0.5, world: 1000, width: 200, height: 100, ratio: 1, ...change });

describe('the Mercator square', () => {
  it('has Greenwich and the equator in its middle, and its corner in the north-west', () => {
    expect([mercatorX(0), mercatorY(0)]).toEqual([0.5, 0.5]);
    expect(mercatorX(-180)).toBe(0);
    expect(mercatorY(85.0511287798)).toBeCloseTo(0, 9);
  });

  it('leads back to degrees', () => {
    expect(longitude(mercatorX(119.15))).toBeCloseTo(119.15, 10);
    expect(latitude(mercatorY(36.7))).toBeCloseTo(36.7, 10);
  });

  it('is twice as wide with every zoom', () => {
    expect(worldAt(3)).toBe(4096);
    expect(zoomOf({ world: 4096 })).toBe(3);
    expect(metresPerPx({ y: 0.5, world: 40_075_016.7 })).toBeCloseTo(1, 9);
    expect(metresPerPx({ y: mercatorY(60), world: 40_075_016.7 })).toBeCloseTo(0.5, 9);
  });
});

describe('a picture of another view', () => {
  it('lies where it was made while nothing moves', () => {
    expect(stretch(view(), view())).toEqual({ scale: 1, dx: 0, dy: 0 });
  });

  it('moves against the map', () => {
    const { scale, dx, dy } = stretch(view(), view({ x: 0.51, y: 0.48 }));
    expect([scale, dx, dy].map((n) => Number(n.toFixed(9)))).toEqual([1, -10, 20]);
  });

  it('is as much larger as the map, around where it was made', () => {
    const { scale, dx } = stretch(view(), view({ world: 2000, x: 0.51 }));
    expect(scale).toBe(2);
    expect(dx).toBeCloseTo(-20, 9);
  });
});
