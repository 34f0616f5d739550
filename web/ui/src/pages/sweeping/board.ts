import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { Live, Operation, PassRow, RoadOrder, RoadRow, Segments, Side, VehicleKind } from '../../api/types';
import type { ShownOutcome } from '../../domain/colours';
import { clockMinutes, day } from '../../domain/time';
import { ageClass, agedAt, lastWork, sideKey } from './age';

export interface BoardFilter {
  op: Operation | null;
  /** As 05:00–07:00, or null for all of them. */
  window: string | null;
  show: Shown;
}

/** UNDONE leaves what lacks passes; CLOSING, what of that can be done for less than an hour more. */
export type Shown = 'ALL' | 'UNDONE' | 'CLOSING';

const HOUR = 3_600_000;
/** Work that has not gone on for so long rests: a vehicle reports every few seconds. */
const REST = HOUR / 4;

/** The worse the earlier: a side of a segment is shown by the worst of its passes. */
const WORST_FIRST: readonly ShownOutcome[] = ['CLOSING', 'MISSED', 'RESTING', 'WAITING', 'PARTIAL', 'UNOBSERVED', 'WORKING', 'PENDING', 'UPCOMING', 'DONE', 'EXEMPT'];

export function shownOutcome(row: PassRow, now: number): ShownOutcome {
  if (row.result === 'UPCOMING') return now < Date.parse(row.windowStart) ? 'UPCOMING' : 'WAITING';
  if (row.result !== 'RUNNING') return row.result;
  if (row.done >= row.required) return 'DONE';
  if (now >= Date.parse(row.windowEnd)) return 'PENDING';
  if (isClosing(row, now)) return 'CLOSING';
  if (row.last === null) return 'WAITING';
  return now - Date.parse(row.last) > REST ? 'RESTING' : 'WORKING';
}

/** It runs, and passes are lacking. */
export function isUndone(row: PassRow, now: number): boolean {
  return row.result === 'RUNNING' && row.done < row.required && now < Date.parse(row.windowEnd);
}

/** It is undone and ends within the hour. */
export function isClosing(row: PassRow, now: number): boolean {
  return isUndone(row, now) && Date.parse(row.windowEnd) - now <= HOUR;
}

function isShown(row: PassRow, show: Shown, now: number): boolean {
  if (show === 'CLOSING') return isClosing(row, now);
  const judged = row.result !== 'RUNNING' && row.result !== 'UPCOMING';
  return show === 'ALL' || isUndone(row, now) || (judged && row.result !== 'EXEMPT' && row.done < row.required);
}

/** When the first of the undone windows ends; null where nothing is undone. */
export function firstEnd(rows: readonly PassRow[], now: number): number | null {
  const ends = rows.filter((row) => isUndone(row, now)).map((row) => Date.parse(row.windowEnd));
  return ends.length === 0 ? null : Math.min(...ends);
}

const DAY = 24 * HOUR;

/** The hours of a day; of a week its first and last day. */
export const windowOf = ({ windowStart, windowEnd }: PassRow): string => {
  const show = Date.parse(windowEnd) - Date.parse(windowStart) > DAY ? (at: string) => day(at).slice(5) : clockMinutes;
  return `${show(windowStart)}–${show(windowEnd)}`;
};

export function windowsOf(roads: readonly RoadRow[]): string[] {
  return [...new Set(roads.flatMap(({ rows }) => rows.map(windowOf)))].sort();
}

export function opsOf(roads: readonly RoadRow[]): Operation[] {
  return [...new Set(roads.flatMap(({ rows }) => rows.map(({ op }) => op)))].sort();
}

/**
 * The roads with the rows that a filter leaves, counted anew, whatever is shown of them: due and worked are of all windows
 * that are not exempted, required and done of the judged ones among them. What is undone stands first, by the end of its window; then the worst rate.
 */
export function filterRoads(roads: readonly RoadRow[], filter: BoardFilter, now: number): RoadRow[] {
  const left = roads.flatMap((road) => {
    const asked = road.rows.filter(
      (row) => (filter.op === null || row.op === filter.op) && (filter.window === null || windowOf(row) === filter.window),
    );
    const owed = asked.filter(({ result }) => result !== 'EXEMPT');
    const [due, worked] = passesOf(owed);
    const [required, done] = passesOf(owed.filter(({ result }) => result !== 'RUNNING' && result !== 'UPCOMING'));
    const undone = asked.filter((row) => isUndone(row, now)).length;
    const rows = asked.filter((row) => isShown(row, filter.show, now)).sort((a, b) => urgency(a, now) - urgency(b, now));
    if (rows.length === 0) return [];
    return [{ ...road, rows, due, worked, required, done, undone, rate: required === 0 ? null : done / required }];
  });
  const end = (road: RoadRow) => firstEnd(road.rows, now) ?? Infinity;
  return left.sort((a, b) => (end(a) === end(b) ? (a.rate ?? 1) - (b.rate ?? 1) : end(a) - end(b)));
}

/** Required and done; a surplus in one window does not count for another. */
function passesOf(rows: readonly PassRow[]): [number, number] {
  return [rows.reduce((sum, row) => sum + row.required, 0), rows.reduce((sum, row) => sum + Math.min(row.done, row.required), 0)];
}

/** The lower, the earlier somebody has to see to it. */
function urgency(row: PassRow, now: number): number {
  return isUndone(row, now) ? Date.parse(row.windowEnd) : Number.MAX_SAFE_INTEGER;
}

const FITTING: Record<Operation, readonly VehicleKind[]> = {
  SWEEP: ['SWEEPER', 'WASH_SWEEPER'],
  WASH: ['WASH_SWEEPER'],
  FLUSH: ['FLUSHER'],
  SPRINKLE: ['SPRINKLER'],
};

/** The vehicles that were sent to a road. */
export const ordersOf = (orders: readonly RoadOrder[], { road, contractor }: Pick<RoadRow, 'road' | 'contractor'>): RoadOrder[] =>
  orders.filter((order) => order.road === road && order.contractor === contractor);

/** The contractor's vehicles that are on the air and can do what is undone. */
export function ableVehicles(road: RoadRow, vehicles: Iterable<Live>, now: number): Live[] {
  const ops = opsOf([{ ...road, rows: road.rows.filter((row) => isUndone(row, now)) }]);
  return [...vehicles].filter(
    ({ state, company, kind }) =>
      state !== 'OFFLINE' && (road.contractor === '' || company === road.contractor) && ops.some((op) => FITTING[op].includes(kind)),
  );
}

/** The vehicles that can do something of what is undone anywhere. */
export function callableVehicles(roads: readonly RoadRow[], vehicles: Iterable<Live>, now: number): Live[] {
  const kinds = new Map<string, Set<VehicleKind>>();
  for (const { contractor, rows } of roads) {
    for (const row of rows) {
      if (!isUndone(row, now)) continue;
      const known = kinds.get(contractor) ?? new Set();
      kinds.set(contractor, known);
      FITTING[row.op].forEach((kind) => known.add(kind));
    }
  }
  return [...vehicles]
    .filter(({ state, company, kind }) => state !== 'OFFLINE' && (kinds.get(company)?.has(kind) || kinds.get('')?.has(kind)))
    .sort((a, b) => a.plate.localeCompare(b.plate));
}

/** Whether a vehicle can be sent to a road now: it can do what is undone there, and was not sent for the window that ends first. */
export function takes(road: RoadRow, vehicle: Live, orders: readonly RoadOrder[], now: number): boolean {
  const end = firstEnd(road.rows, now);
  const isSent = ordersOf(orders, road).some(({ plate, windowEnd }) => plate === vehicle.plate && Date.parse(windowEnd) === end);
  return !isSent && ableVehicles(road, [vehicle], now).length > 0;
}

export interface SideProperties {
  segmentId: string;
  road: string;
  side: Side;
  outcome: ShownOutcome;
  /** Class of the time since the last work, of {@code AGE_COLOURS}. */
  age: number;
  /** 1 to the right of the drawing direction, -1 to its left. */
  offset: number;
}

/** Both sides of every segment with a requirement, as two lines; traffic keeps right. */
export function sideLines(roads: readonly RoadRow[], segments: Segments, now: number): FeatureCollection<LineString, SideProperties> {
  const worst = new Map<string, ShownOutcome>();
  const newest = lastWork(roads.flatMap(({ rows }) => rows));
  const aged = agedAt(roads, now);
  for (const row of roads.flatMap(({ rows }) => rows)) {
    const outcome = shownOutcome(row, now);
    for (const side of row.side === 'BOTH' ? ['FWD', 'REV'] : [row.side]) {
      const key = sideKey(row.segmentId, side);
      const old = worst.get(key);
      if (!old || WORST_FIRST.indexOf(outcome) < WORST_FIRST.indexOf(old)) worst.set(key, outcome);
    }
  }
  const features = segments.features.flatMap(({ geometry, properties }) =>
    (['FWD', 'REV'] as const).flatMap((side): Feature<LineString, SideProperties>[] => {
      const key = sideKey(properties.id, side);
      const outcome = worst.get(key);
      if (!outcome) return [];
      const age = ageClass(newest.get(key) ?? null, aged);
      return [
        {
          type: 'Feature',
          geometry,
          properties: { segmentId: properties.id, road: properties.road, side, outcome, age, offset: side === 'FWD' ? 1 : -1 },
        },
      ];
    }),
  );
  return { type: 'FeatureCollection', features };
}
