import { describe, expect, it } from 'vitest';
import { begin, type Point } from '../../map/draw/drawing';
import { areaOfDrawing, boxOf, ring } from './box';

describe('a box', () => {
  const box = { west: 1, south: 2, east: 3, north: 4 };

  it('is the same from whichever corner it is drawn', () => {
    expect(boxOf({ lng: 1, lat: 2 }, { lng: 3, lat: 4 })).toEqual(box);
    expect(boxOf({ lng: 3, lat: 2 }, { lng: 1, lat: 4 })).toEqual(box);
    expect(boxOf({ lng: 3, lat: 4 }, { lng: 1, lat: 2 })).toEqual(box);
  });

  it('is a closed ring on the map', () => {
    const [corners] = ring(box).geometry.coordinates;
    expect(corners).toHaveLength(5);
    expect(corners[0]).toEqual(corners[4]);
  });
});

describe('a polygon', () => {
  const corners: Point[] = [
    [119, 36],
    [119.02, 36],
    [119.01, 36.01],
  ];

  it('is asked for with the box about it', () => {
    expect(areaOfDrawing(begin('Polygon', corners))).toEqual({
      west: 119,
      south: 36,
      east: 119.02,
      north: 36.01,
      polygon: '119.000000,36.000000,119.020000,36.000000,119.010000,36.010000',
    });
  });

  it('is none with two corners or where it crosses itself', () => {
    expect(areaOfDrawing(begin('Polygon', corners.slice(0, 2)))).toBeNull();
    expect(areaOfDrawing(begin('Polygon', [corners[0], [119.02, 36.01], corners[1], [119, 36.01]]))).toBeNull();
    expect(areaOfDrawing(null)).toBeNull();
  });
});
