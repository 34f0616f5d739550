import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { AlertRow, DroppedFix, SensorReading, Stop, TrackPoint } from '../api/types';
import { between, metresBetween, type Pose } from '../map/motion';

/** Two fixes further apart than this have no track between them, ms. */
export const GAP_MS = 120_000;

export interface Interval {
  from: number;
  to: number;
}
export type PartKind = 'driving' | 'parked' | 'gap' | 'alert';
export interface Part extends Interval {
  kind: PartKind;
}

/** Index of the last point at or before {@code time}; -1 before the first. */
export function indexAt(points: readonly TrackPoint[], time: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Date.parse(points[middle].time) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const poseOf = (point: TrackPoint): Pose => ({ lon: point.lon, lat: point.lat, direction: point.direction });

/** Where the vehicle was; inside a gap, the last place it was seen at. */
export function poseAt(points: readonly TrackPoint[], time: number): (Pose & { point: TrackPoint }) | null {
  if (points.length === 0) return null;
  const index = Math.max(0, indexAt(points, time));
  const point = points[index];
  const next = points[index + 1];
  if (!next) return { ...poseOf(point), point };
  const from = Date.parse(point.time);
  const apart = Date.parse(next.time) - from;
  if (apart > GAP_MS || time < from) return { ...poseOf(point), point };
  return { ...between(poseOf(point), poseOf(next), (time - from) / apart), point };
}

/** Classes of speed by which a track is coloured, km/h: upper bounds. */
export const SPEED_CLASSES = [5, 20, 40, 60] as const;

export function speedClass(speedKmh: number): number {
  const index = SPEED_CLASSES.findIndex((bound) => speedKmh < bound);
  return index < 0 ? SPEED_CLASSES.length : index;
}

export interface TrackLineProperties {
  speed: number;
  gap: boolean;
}

/** The track as lines of one speed class each; gaps are lines of their own. */
export function trackLines(points: readonly TrackPoint[]): FeatureCollection<LineString, TrackLineProperties> {
  const features: Feature<LineString, TrackLineProperties>[] = [];
  let line = null as Feature<LineString, TrackLineProperties> | null;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    const gap = Date.parse(b.time) - Date.parse(a.time) > GAP_MS;
    const speed = speedClass(b.speedKmh);
    if (line && line.properties.gap === gap && line.properties.speed === speed) {
      line.geometry.coordinates.push([b.lon, b.lat]);
      continue;
    }
    line = {
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: [[a.lon, a.lat], [b.lon, b.lat]] },
      properties: { speed, gap },
    };
    features.push(line);
  }
  return { type: 'FeatureCollection', features };
}

export interface Run extends Interval {
  value: string;
}

/** The times in which a sensor kept one value; what it did not say is left out. */
export function runs(points: readonly TrackPoint[], read: (point: SensorReading) => string | null): Run[] {
  const found: Run[] = [];
  let open = null as Run | null;
  for (const point of points) {
    const at = Date.parse(point.time);
    const value = read(point);
    if (open && at - open.to > GAP_MS) open = null;
    if (open) open.to = at;
    if (open?.value === value) continue;
    open = value === null ? null : { from: at, to: at, value };
    if (open) found.push(open);
  }
  return found;
}

/** A track without the fixes that no rule used. */
export function cleaned(points: readonly TrackPoint[], dropped: readonly DroppedFix[]): readonly TrackPoint[] {
  const out = new Set(dropped.map(({ index }) => index));
  return out.size === 0 ? points : points.filter((_, index) => !out.has(index));
}

/** The parts of the progress bar, in the order in which they are painted: alerts lie on top. */
export function parts(
  points: readonly TrackPoint[],
  stops: readonly Stop[],
  gaps: readonly { from: string; to: string }[],
  alerts: readonly AlertRow[],
): Part[] {
  if (points.length === 0) return [];
  const interval = (kind: PartKind) => (a: { from: string; to: string }): Part => ({
    kind,
    from: Date.parse(a.from),
    to: Date.parse(a.to),
  });
  const whole = { from: points[0].time, to: points[points.length - 1].time };
  return [
    interval('driving')(whole),
    ...stops.map(interval('parked')),
    ...gaps.map(interval('gap')),
    ...alerts.map((alert) => interval('alert')({ from: alert.start, to: alert.end ?? alert.decided })),
  ];
}

export interface TrackSummary {
  kilometres: number;
  maxSpeedKmh: number;
  drivingMs: number;
  parkedMs: number;
  gapMs: number;
}

export function summary(points: readonly TrackPoint[], stops: readonly Stop[], gaps: readonly { from: string; to: string }[]): TrackSummary {
  const total = (list: readonly { from: string; to: string }[]) =>
    list.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
  let metres = 0;
  let maxSpeedKmh = 0;
  points.forEach((point, i) => {
    maxSpeedKmh = Math.max(maxSpeedKmh, point.speedKmh);
    if (i > 0 && Date.parse(point.time) - Date.parse(points[i - 1].time) <= GAP_MS) {
      metres += metresBetween(points[i - 1], point);
    }
  });
  const whole = points.length < 2 ? 0 : Date.parse(points[points.length - 1].time) - Date.parse(points[0].time);
  const [parkedMs, gapMs] = [total(stops), total(gaps)];
  return { kilometres: metres / 1000, maxSpeedKmh, parkedMs, gapMs, drivingMs: Math.max(0, whole - parkedMs - gapMs) };
}

export function boundsOf(places: readonly { lon: number; lat: number }[]): [number, number, number, number] | null {
  if (places.length === 0) return null;
  const lons = places.map(({ lon }) => lon);
  const lats = places.map(({ lat }) => lat);
  const least = (list: number[]) => list.reduce((a, b) => Math.min(a, b));
  const most = (list: number[]) => list.reduce((a, b) => Math.max(a, b));
  return [least(lons), least(lats), most(lons), most(lats)];
}
