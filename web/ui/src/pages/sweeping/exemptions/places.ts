import type { ExemptionRequest } from '../../../api/exemptionTypes';
import type { RoadRow } from '../../../api/types';

/** The segments of roads, as the board of the day has them: those that somebody is asked to clean. */
export function segmentsOf(roads: readonly RoadRow[], names: readonly string[]): string[] {
  const chosen = new Set(names);
  return [...new Set(roads.filter(({ road }) => chosen.has(road)).flatMap(({ rows }) => rows.map(({ segmentId }) => segmentId)))].sort();
}

export const roadNames = (roads: readonly RoadRow[]): string[] => [...new Set(roads.map(({ road }) => road))].sort();

/** What is excused beside roads that have names: collection points, and segments of roads without one. */
export function placesBeside({ placeIds, roads }: Pick<ExemptionRequest, 'placeIds' | 'roads'>, board: readonly RoadRow[]): string[] {
  const named = new Set(segmentsOf(board, roads));
  return placeIds.filter((id) => !named.has(id));
}

/** The first decision is what somebody waits for: open ones stand first, the newest of them on top. */
export function inOrder(requests: readonly ExemptionRequest[]): ExemptionRequest[] {
  return [...requests].sort((a, b) => Number(a.decision !== null) - Number(b.decision !== null) || Number(b.id) - Number(a.id));
}
