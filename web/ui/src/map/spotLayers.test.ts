import { describe, expect, it } from 'vitest';
import { circle, collection, extent, point } from './spotLayers';

describe('what questions show on the map', () => {
  it('draws a circle as wide as it is', () => {
    const [west, south, east, north] = extent(collection([circle(119, 60, 1113.2)]))!;
    expect(north - south).toBeCloseTo(0.02, 6);
    // a degree of longitude is half as long there
    expect(east - west).toBeCloseTo(0.04, 6);
  });

  it('closes the ring', () => {
    const { geometry } = circle(119, 36, 100);
    const ring = geometry.type === 'Polygon' ? geometry.coordinates[0] : [];
    expect(ring[0]).toEqual(ring[ring.length - 1]);
  });

  it('knows no extent of nothing', () => {
    expect(extent(collection([]))).toBeNull();
    expect(extent(collection([point(1, 2, 'bad'), point(3, 1, 'bad')]))).toEqual([1, 1, 3, 2]);
  });
});
