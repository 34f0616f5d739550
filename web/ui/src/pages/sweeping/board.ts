import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { Operation, PassRow, RoadRow, Segments, Side } from '../../api/types';
import { OUTCOME_COLOUR, type ShownOutcome } from '../../domain/colours';
import { clockMinutes } from '../../domain/time';

export interface BoardFilter {
  op: Operation | null;
  /** As 05:00–07:00, or null for all of them. */
  window: string | null;
  onlyOpen: boolean;
}

/** The worse the earlier: a side of a segment is shown by the worst of its passes. */
const WORST_FIRST: readonly ShownOutcome[] = ['MISSED', 'PARTIAL', 'UNOBSERVED', 'PENDING', 'DONE', 'EXEMPT'];

export function shownOutcome(row: PassRow, now: number): ShownOutcome {
  const settled = row.result === 'DONE' || row.result === 'EXEMPT' || now >= Date.parse(row.windowEnd);
  return settled ? row.result : 'PENDING';
}

export const windowOf = (row: PassRow): string => `${clockMinutes(row.windowStart)}–${clockMinutes(row.windowEnd)}`;

export function windowsOf(roads: readonly RoadRow[]): string[] {
  return [...new Set(roads.flatMap(({ rows }) => rows.map(windowOf)))].sort();
}

export function opsOf(roads: readonly RoadRow[]): Operation[] {
  return [...new Set(roads.flatMap(({ rows }) => rows.map(({ op }) => op)))].sort();
}

/** The roads with the rows that a filter leaves, counted anew; exempted passes are not required. */
export function filterRoads(roads: readonly RoadRow[], filter: BoardFilter): RoadRow[] {
  return roads.flatMap((road) => {
    const rows = road.rows.filter(
      (row) => (filter.op === null || row.op === filter.op) && (filter.window === null || windowOf(row) === filter.window),
    );
    const counted = rows.filter(({ result }) => result !== 'EXEMPT');
    const required = counted.reduce((sum, row) => sum + row.required, 0);
    const done = counted.reduce((sum, row) => sum + Math.min(row.done, row.required), 0);
    if (rows.length === 0 || (filter.onlyOpen && done >= required)) return [];
    return [{ ...road, rows, required, done, rate: required === 0 ? null : done / required }];
  });
}

export interface SideProperties {
  segmentId: string;
  road: string;
  side: Side;
  outcome: ShownOutcome;
  colour: string;
  /** 1 to the right of the drawing direction, -1 to its left. */
  offset: number;
}

/** Both sides of every segment with a requirement, as two lines; traffic keeps right. */
export function sideLines(roads: readonly RoadRow[], segments: Segments, now: number): FeatureCollection<LineString, SideProperties> {
  const worst = new Map<string, ShownOutcome>();
  for (const row of roads.flatMap(({ rows }) => rows)) {
    const outcome = shownOutcome(row, now);
    for (const side of row.side === 'BOTH' ? ['FWD', 'REV'] : [row.side]) {
      const key = `${row.segmentId} ${side}`;
      const old = worst.get(key);
      if (!old || WORST_FIRST.indexOf(outcome) < WORST_FIRST.indexOf(old)) worst.set(key, outcome);
    }
  }
  const features = segments.features.flatMap(({ geometry, properties }) =>
    (['FWD', 'REV'] as const).flatMap((side): Feature<LineString, SideProperties>[] => {
      const outcome = worst.get(`${properties.id} ${side}`);
      if (!outcome) return [];
      return [
        {
          type: 'Feature',
          geometry,
          properties: { segmentId: properties.id, road: properties.road, side, outcome, colour: OUTCOME_COLOUR[outcome], offset: side === 'FWD' ? 1 : -1 },
        },
      ];
    }),
  );
  return { type: 'FeatureCollection', features };
}
