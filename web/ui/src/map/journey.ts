import type { EaseToOptions, Map as MapLibre } from 'maplibre-gl';
import { DrawingTime } from './drawingTime';

const times = new WeakMap<MapLibre, DrawingTime>();

/** Takes note of how fast a map is drawn, from its beginning. */
export function watchDrawing(map: MapLibre): void {
  times.set(map, new DrawingTime(map));
}

/** For a movement of a map: at once where each of its steps would hold up the page. */
export function haste(map: MapLibre): { duration?: number } {
  return times.get(map)?.isSlow ? { duration: 0 } : {};
}

/** Brings a map to another view: gliding, or at once where it is drawn slowly. */
export function travel(map: MapLibre, to: EaseToOptions): void {
  map.easeTo({ ...to, ...haste(map) });
}
