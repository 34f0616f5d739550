import type { PlanItem, PlanLayer, TaskLayer } from '../../api/planTypes';
import { day, startOfDay } from '../../domain/time';

export const LAYERS: readonly PlanLayer[] = ['permits', 'routes', 'places', 'requirements', 'collection_points'];

/** The columns of each layer, as a form asks for them. */
export const COLUMNS: Record<PlanLayer, readonly string[]> = {
  permits: ['permit_id', 'plate', 'site_id', 'disposal_ids', 'route_ids', 'valid_from', 'valid_to', 'daily_from', 'daily_to', 'approved_m3'],
  routes: ['id', 'corridor_m', 'valid_from', 'valid_to'],
  places: ['id', 'name', 'kind', 'valid_from', 'valid_to', 'hours'],
  requirements: ['requirement_id', 'op', 'segment_id', 'grade', 'side', 'passes', 'per', 'window_from', 'window_to', 'days', 'contractor', 'valid_from', 'valid_to'],
  collection_points: ['point_id', 'lon', 'lat', 'window_from', 'window_to', 'days', 'contractor', 'valid_from', 'valid_to'],
};

/** What was asked for of whom is not rewritten: these stay as they are. */
const FIXED: Record<TaskLayer, readonly string[]> = {
  requirements: ['op', 'segment_id', 'grade', 'per', 'contractor'],
  collection_points: ['contractor'],
};

export const isTask = (layer: PlanLayer): layer is TaskLayer => layer in FIXED;

/** Whether a column of what is on file can be changed. */
export const isFixed = (layer: PlanLayer, column: string): boolean => column === idColumn(layer) || (isTask(layer) && FIXED[layer].includes(column));

/** Whether it has a place of its own, so that a file must say in which coordinate system. */
export const isPlaced = (layer: PlanLayer): boolean => shapeOf(layer) !== null || layer === 'collection_points';

export const idColumn = (layer: PlanLayer): string => COLUMNS[layer][0];

export const shapeOf = (layer: PlanLayer): 'Polygon' | 'LineString' | null => (({ routes: 'LineString', places: 'Polygon' }) as const)[layer as 'routes' | 'places'] ?? null;

export const isZone = (kind: string): boolean => kind.startsWith('ZONE');

export const idsOf = (text: string): string[] => text.split(';').filter(Boolean);

export type State = 'now' | 'future' | 'ended';

export function stateOf({ columns }: Pick<PlanItem, 'columns'>, now: number): State {
  if (columns.valid_to && Date.parse(columns.valid_to) <= now) return 'ended';
  return columns.valid_from && Date.parse(columns.valid_from) > now ? 'future' : 'now';
}

/** From when on the latest change counts; null where it does already. */
export const pendingFrom = ({ since }: Pick<PlanItem, 'since'>, now: number): string | null => (since && Date.parse(since) > now ? since : null);

/** Those in force in front, then by id. */
export function sorted(items: readonly PlanItem[], now: number): PlanItem[] {
  const rank: Record<State, number> = { now: 0, future: 1, ended: 2 };
  return [...items].sort((a, b) => rank[stateOf(a, now)] - rank[stateOf(b, now)] || a.id.localeCompare(b.id, 'zh-CN', { numeric: true }));
}

/**
 * Those with these words in them.
 *
 * @param titleOf what one is called in the list
 */
export function matching(items: readonly PlanItem[], words: string, titleOf: (item: PlanItem) => string = () => ''): PlanItem[] {
  const wanted = words.trim().toLowerCase();
  return wanted === '' ? [...items] : items.filter((item) => [titleOf(item), ...Object.values(item.columns)].some((text) => text.toLowerCase().includes(wanted)));
}

const DAY = 86_400_000;

export interface CalendarDay {
  date: string;
  /** Permits whose last day it is. */
  ids: string[];
  past: boolean;
}

/** Whole weeks from Monday, the first of them with today in it: what ends on which day. */
export function calendar(permits: readonly PlanItem[], now: number, weeks: number): CalendarDay[] {
  const today = startOfDay(now);
  const weekday = (new Date(today + 8 * 3_600_000).getUTCDay() + 6) % 7;
  const byDay = new Map<string, string[]>();
  for (const { id, columns } of permits) {
    if (!columns.valid_to) continue;
    // Its end is the first moment after it: midnight belongs to the day before.
    const last = day(Date.parse(columns.valid_to) - 1);
    byDay.set(last, [...(byDay.get(last) ?? []), id]);
  }
  return Array.from({ length: weeks * 7 }, (_, i) => {
    const at = today + (i - weekday) * DAY;
    const date = day(at);
    return { date, ids: byDay.get(date) ?? [], past: at < today };
  });
}

/** What is new of a place or a route, so that nobody has to think of a number. */
export function nextId(items: readonly PlanItem[], prefix: string): string {
  const numbers = items.map(({ id }) => (id.startsWith(prefix) ? Number(id.slice(prefix.length)) : NaN)).filter(Number.isInteger);
  return prefix + (Math.max(0, ...numbers) + 1);
}
