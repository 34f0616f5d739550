import type { PlanItem, PlanLayer } from '../../api/planTypes';
import { day, startOfDay } from '../../domain/time';

export const LAYERS: readonly PlanLayer[] = ['permits', 'routes', 'places'];

/** The columns of each layer, as a form asks for them. */
export const COLUMNS: Record<PlanLayer, readonly string[]> = {
  permits: ['permit_id', 'plate', 'site_id', 'disposal_ids', 'route_ids', 'valid_from', 'valid_to', 'daily_from', 'daily_to', 'approved_m3'],
  routes: ['id', 'corridor_m', 'valid_from', 'valid_to'],
  places: ['id', 'name', 'kind', 'valid_from', 'valid_to', 'hours'],
};

export const idColumn = (layer: PlanLayer): string => COLUMNS[layer][0];

export const shapeOf = (layer: PlanLayer): 'Polygon' | 'LineString' | null => ({ permits: null, routes: 'LineString' as const, places: 'Polygon' as const })[layer];

export const isZone = (kind: string): boolean => kind.startsWith('ZONE');

export const idsOf = (text: string): string[] => text.split(';').filter(Boolean);

export type State = 'now' | 'future' | 'ended';

export function stateOf({ columns }: Pick<PlanItem, 'columns'>, now: number): State {
  if (columns.valid_to && Date.parse(columns.valid_to) <= now) return 'ended';
  return columns.valid_from && Date.parse(columns.valid_from) > now ? 'future' : 'now';
}

/** Those in force in front, then by id. */
export function sorted(items: readonly PlanItem[], now: number): PlanItem[] {
  const rank: Record<State, number> = { now: 0, future: 1, ended: 2 };
  return [...items].sort((a, b) => rank[stateOf(a, now)] - rank[stateOf(b, now)] || a.id.localeCompare(b.id, 'zh-CN', { numeric: true }));
}

export function matching(items: readonly PlanItem[], words: string): PlanItem[] {
  const wanted = words.trim().toLowerCase();
  return wanted === '' ? [...items] : items.filter(({ columns }) => Object.values(columns).some((text) => text.toLowerCase().includes(wanted)));
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
