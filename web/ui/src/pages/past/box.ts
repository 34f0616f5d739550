import type { Feature, Polygon } from 'geojson';
import type { Box } from '../../api/pastTypes';

interface Corner {
  lng: number;
  lat: number;
}

/** The box between two opposite corners, whichever they are. */
export function boxOf(a: Corner, b: Corner): Box {
  return {
    west: Math.min(a.lng, b.lng),
    south: Math.min(a.lat, b.lat),
    east: Math.max(a.lng, b.lng),
    north: Math.max(a.lat, b.lat),
  };
}

export function ring({ west, south, east, north }: Box): Feature<Polygon> {
  return {
    type: 'Feature',
    properties: {},
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  };
}
