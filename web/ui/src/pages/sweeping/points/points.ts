import type { FeatureCollection, Point } from 'geojson';
import type { Live, PointOrder, PointRow } from '../../../api/types';
import { metresBetween } from '../../../map/motion';

/**
 * What a point is called on the board. Before its window has closed nothing is missed: it waits, or little time is left; after it a
 * truck may still come for a while.
 */
export type ShownPoint = 'UPCOMING' | 'WAITING' | 'CLOSING' | 'OVERDUE' | 'SERVED' | 'LATE' | 'MISSED' | 'UNOBSERVED' | 'EXEMPT';

export const POINT_COLOUR: Record<ShownPoint, string> = {
  OVERDUE: '#c2410c',
  CLOSING: '#f0561d',
  MISSED: '#e0343b',
  WAITING: '#5f7fd8',
  UNOBSERVED: '#8f7fb8',
  LATE: '#e8a11a',
  UPCOMING: '#9fb4bb',
  SERVED: '#1f9d57',
  EXEMPT: '#87969b',
};

/** What somebody has to see to stands first. */
const FIRST = Object.keys(POINT_COLOUR) as ShownPoint[];

/** UNSERVED leaves what can still be served today; MISSED, what was not. */
export type PointsShown = 'ALL' | 'UNSERVED' | 'MISSED';

const HOUR = 3_600_000;

export function shownPoint(row: PointRow, now: number): ShownPoint {
  if (row.state === 'SERVED') return row.inTime ? 'SERVED' : 'LATE';
  if (row.state !== 'RUNNING' && row.state !== 'UPCOMING') return row.state;
  if (now < Date.parse(row.windowStart)) return 'UPCOMING';
  const left = Date.parse(row.windowEnd) - now;
  if (left <= 0) return 'OVERDUE';
  return left <= HOUR ? 'CLOSING' : 'WAITING';
}

/** Its window has begun, and a truck may still come. */
export const isUnserved = (shown: ShownPoint): boolean => shown === 'WAITING' || shown === 'CLOSING' || shown === 'OVERDUE';

export interface PointSums {
  /** Judged, and not exempted. */
  due: number;
  served: number;
  inTime: number;
  missed: number;
  unobserved: number;
  /** That can still be served. */
  unserved: number;
}

export function sumPoints(rows: readonly PointRow[], now: number): PointSums {
  const count = (...of: ShownPoint[]) => rows.filter((row) => of.includes(shownPoint(row, now))).length;
  return {
    due: count('SERVED', 'LATE', 'MISSED', 'UNOBSERVED'),
    served: count('SERVED', 'LATE'),
    inTime: count('SERVED'),
    missed: count('MISSED'),
    unobserved: count('UNOBSERVED'),
    unserved: count('WAITING', 'CLOSING', 'OVERDUE'),
  };
}

/** What a filter leaves, the most urgent first, then by the end of the window. */
export function filterPoints(rows: readonly PointRow[], show: PointsShown, now: number): PointRow[] {
  const left = rows.filter((row) => {
    const shown = shownPoint(row, now);
    return show === 'ALL' || (show === 'MISSED' ? shown === 'MISSED' : isUnserved(shown));
  });
  const rank = (row: PointRow) => FIRST.indexOf(shownPoint(row, now));
  return left.sort((a, b) => rank(a) - rank(b) || a.windowEnd.localeCompare(b.windowEnd) || a.pointId.localeCompare(b.pointId));
}

/** The trucks that were sent to a point for one of its windows. */
export const ordersOf = (orders: readonly PointOrder[], { pointId, windowEnd }: Pick<PointRow, 'pointId' | 'windowEnd'>): PointOrder[] =>
  orders.filter((order) => order.pointId === pointId && Date.parse(order.windowEnd) === Date.parse(windowEnd));

/** The contractor's collection truck on the air that is nearest to a point, and how far off it is, m; those apart that are {@code sent}. */
export function nearestTruck(row: PointRow, vehicles: Iterable<Live>, sent: readonly string[] = []): { plate: string; metres: number } | null {
  let best: { plate: string; metres: number } | null = null;
  for (const { plate, kind, company, state, lon, lat } of vehicles) {
    if (sent.includes(plate) || kind !== 'COLLECTION_TRUCK' || state === 'OFFLINE' || (row.contractor !== '' && company !== row.contractor)) continue;
    const metres = metresBetween({ lon, lat }, row);
    if (best === null || metres < best.metres) best = { plate, metres };
  }
  return best;
}

/** A point of several windows is drawn by the most urgent of them. */
export function pointSpots(rows: readonly PointRow[], now: number, selected: string | null): FeatureCollection<Point> {
  const byPoint = new Map<string, PointRow>();
  for (const row of filterPoints(rows, 'ALL', now)) if (!byPoint.has(row.pointId)) byPoint.set(row.pointId, row);
  return {
    type: 'FeatureCollection',
    features: [...byPoint.values()].map((row) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [row.lon, row.lat] },
      properties: { pointId: row.pointId, colour: POINT_COLOUR[shownPoint(row, now)], selected: row.pointId === selected },
    })),
  };
}
