export type Point = readonly [lng: number, lat: number];
export type Kind = 'Polygon' | 'LineString';

/** A line, or the corners of a polygon without the first one again; and what each step had before it. */
export interface Drawing {
  kind: Kind;
  points: readonly Point[];
  past: readonly (readonly Point[])[];
  future: readonly (readonly Point[])[];
}

const LEAST: Record<Kind, number> = { Polygon: 3, LineString: 2 };

export const begin = (kind: Kind, points: readonly Point[] = []): Drawing => ({ kind, points, past: [], future: [] });

/** Whether it has as many points as its kind needs. */
export const isWhole = ({ kind, points }: Drawing): boolean => points.length >= LEAST[kind];

const step = (drawing: Drawing, points: readonly Point[]): Drawing => ({ ...drawing, points, past: [...drawing.past, drawing.points], future: [] });

export const add = (drawing: Drawing, point: Point): Drawing => step(drawing, [...drawing.points, point]);

export const insert = (drawing: Drawing, index: number, point: Point): Drawing => step(drawing, [...drawing.points.slice(0, index), point, ...drawing.points.slice(index)]);

export const move = (drawing: Drawing, index: number, point: Point): Drawing => step(drawing, drawing.points.map((old, i) => (i === index ? point : old)));

export const remove = (drawing: Drawing, index: number): Drawing => step(drawing, drawing.points.filter((_, i) => i !== index));

export const clear = (drawing: Drawing): Drawing => (drawing.points.length === 0 ? drawing : step(drawing, []));

export function undo(drawing: Drawing): Drawing {
  const before = drawing.past.at(-1);
  return before === undefined ? drawing : { ...drawing, points: before, past: drawing.past.slice(0, -1), future: [drawing.points, ...drawing.future] };
}

export function redo(drawing: Drawing): Drawing {
  const [next, ...rest] = drawing.future;
  return next === undefined ? drawing : { ...drawing, points: next, past: [...drawing.past, drawing.points], future: rest };
}

/** The middles of its sides, each with the place where a point dropped on it would stand. */
export function middles({ kind, points }: Drawing): { index: number; point: Point }[] {
  const sides = kind === 'Polygon' && points.length > 2 ? points.length : points.length - 1;
  return Array.from({ length: Math.max(0, sides) }, (_, i) => {
    const [a, b] = [points[i], points[(i + 1) % points.length]];
    return { index: i + 1, point: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const };
  });
}

/** Whether two of its sides cross, which no place may. */
export function crossesItself({ kind, points }: Drawing): boolean {
  if (kind !== 'Polygon' || points.length < 4) return false;
  const n = points.length;
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 2; j < n; j += 1) {
      if (i === 0 && j === n - 1) continue;
      if (cross(points[i], points[i + 1], points[j], points[(j + 1) % n])) return true;
    }
  }
  return false;
}

const side = (a: Point, b: Point, c: Point): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const cross = (a: Point, b: Point, c: Point, d: Point): boolean => side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);

/** As GeoJSON; null as long as it is not whole. */
export function geometryOf(drawing: Drawing): GeoJSON.Polygon | GeoJSON.LineString | null {
  if (!isWhole(drawing)) return null;
  const points = drawing.points.map(([lng, lat]) => [rounded(lng), rounded(lat)]);
  return drawing.kind === 'LineString' ? { type: 'LineString', coordinates: points } : { type: 'Polygon', coordinates: [[...points, points[0]]] };
}

/** A hundredth of a metre is finer than anybody draws. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** What can be edited by hand: one line, or one ring; null of anything else. */
export function drawingOf(geometry: GeoJSON.Geometry | null): Drawing | null {
  if (geometry?.type === 'LineString') return begin('LineString', geometry.coordinates as unknown as Point[]);
  const ring = geometry?.type === 'Polygon' ? geometry.coordinates : geometry?.type === 'MultiPolygon' && geometry.coordinates.length === 1 ? geometry.coordinates[0] : null;
  return ring?.length === 1 ? begin('Polygon', (ring[0] as unknown as Point[]).slice(0, -1)) : null;
}
