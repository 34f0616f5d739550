import { LOOKS, lookOf } from './look';

/** How the vehicles of the tests look. */
export const CALM = lookOf({ kind: 'MUCK_TRUCK', state: 'MOVING', load: 'EMPTY', brush: null, pump: null });
export const ALARM = LOOKS.findIndex(({ shape, state, full }) => shape === 'muck' && state === 'ALARM' && full);

interface Report {
  vehicle?: number;
  second?: number;
  lon?: number;
  lat?: number;
  direction?: number;
  look?: number;
}

/** Reports as the painter takes them. */
export function reports(...list: Report[]): Float64Array {
  return Float64Array.from(
    list.flatMap(({ vehicle = 0, second = 0, lon = 119.1, lat = 36.7, direction = 90, look = CALM }) => [vehicle, lon, lat, direction, second * 1000, look]),
  );
}
