import type { Feature, Polygon } from 'geojson';
import type { Area, Box } from '../../api/pastTypes';
import { crossesItself, isWhole, type Drawing } from '../../map/draw/drawing';

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

/** What a polygon asks for; null as long as it is none. */
export function areaOfDrawing(drawing: Drawing | null): Area | null {
  if (!drawing || !isWhole(drawing) || crossesItself(drawing)) return null;
  const lngs = drawing.points.map(([lng]) => lng);
  const lats = drawing.points.map(([, lat]) => lat);
  return {
    west: Math.min(...lngs),
    south: Math.min(...lats),
    east: Math.max(...lngs),
    north: Math.max(...lats),
    polygon: drawing.points.map(([lng, lat]) => `${lng.toFixed(6)},${lat.toFixed(6)}`).join(','),
  };
}
