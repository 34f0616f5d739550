import { describe, expect, it } from 'vitest';
import { boxOf, ring } from './box';

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
