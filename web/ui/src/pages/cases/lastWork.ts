import type { Position } from 'geojson';
import type { PassRow, RoadRow, Segments } from '../../api/types';

/** From the middle of a road to its verge, and the error of a phone, m. */
const NEAR = 40;
const METRES_PER_DEGREE = 111_320;

interface Spot {
  lon: number;
  lat: number;
}

/** The road segment at a place; null where none is so near. */
export function segmentAt({ features }: Segments, spot: Spot): { id: string; road: string } | null {
  let best: { id: string; road: string } | null = null;
  let least = NEAR;
  for (const { geometry, properties } of features) {
    const metres = metresToLine(geometry.coordinates, spot);
    if (metres <= least) {
      least = metres;
      best = { id: properties.id, road: properties.road };
    }
  }
  return best;
}

/** In a plane around the spot: a city is small. */
function metresToLine(line: readonly Position[], { lon, lat }: Spot): number {
  const wide = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const at = line.map(([x, y]) => [(x - lon) * wide, (y - lat) * METRES_PER_DEGREE]);
  let least = Infinity;
  for (let i = 1; i < at.length; i += 1) {
    const [[x, y], [ex, ey]] = [at[i - 1], at[i]];
    const [dx, dy] = [ex - x, ey - y];
    const length = dx * dx + dy * dy;
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / length));
    least = Math.min(least, Math.hypot(x + share * dx, y + share * dy));
  }
  return least;
}

export interface LastWork {
  /** The last pass that was over when something was found; null where none was seen. */
  before: PassRow | null;
  /** The first one that began after it. */
  after: PassRow | null;
}

/** When a segment was worked on around a moment; null where nothing of it is required or may be seen: then nothing is known. */
export function lastWork(roads: readonly RoadRow[], segmentId: string, found: number): LastWork | null {
  const rows = roads.flatMap((road) => road.rows).filter((row) => row.segmentId === segmentId);
  if (rows.length === 0) return null;
  const before = rows.filter(({ last }) => last !== null && Date.parse(last) <= found);
  const after = rows.filter(({ first }) => first !== null && Date.parse(first) > found);
  const time = (at: string | null) => Date.parse(at as string);
  return {
    before: before.reduce<PassRow | null>((a, b) => (a && time(a.last) >= time(b.last) ? a : b), null),
    after: after.reduce<PassRow | null>((a, b) => (a && time(a.first) <= time(b.first) ? a : b), null),
  };
}
