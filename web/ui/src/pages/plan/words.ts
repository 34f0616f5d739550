import type { PlanConflict, PlanItem, PlanLayer } from '../../api/planTypes';
import { dateTime, day } from '../../domain/time';
import { word } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';
import { metresText } from '../../map/draw/measure';
import { idsOf } from './items';
import type { Plan } from './usePlan';

/** What tells one item from another, in a line. */
export function itemLine(layer: PlanLayer, { id, columns }: PlanItem, plan: Plan, t: Dictionary): string {
  const until = columns.valid_to ? t.plan.until(day(Date.parse(columns.valid_to))) : t.plan.forever;
  if (layer === 'permits') return [id, `${plan.nameOf(columns.site_id)} → ${idsOf(columns.disposal_ids).map(plan.nameOf).join('、') || t.common.none}`, until].join(' · ');
  const width = columns.corridor_m ? `±${columns.corridor_m} m` : '';
  return [columns.name ? id : '', width, until].filter(Boolean).join(' · ');
}

/** A text of a column as people read it. */
export function shownText(column: string, text: string, plan: Plan, t: Dictionary): string {
  if (text === '') {
    return column === 'valid_from' ? t.plan.always : column === 'valid_to' ? t.plan.forever : t.common.none;
  }
  switch (column) {
    case 'valid_from':
    case 'valid_to':
    case 'entered_at':
      return dateTime(text);
    case 'kind':
      return word(t.place, text);
    case 'site_id':
      return `${plan.nameOf(text)} (${text})`;
    case 'disposal_ids':
      return idsOf(text)
        .map((id) => `${plan.nameOf(id)} (${id})`)
        .join('、');
    case 'route_ids':
      return idsOf(text).join('、');
    default:
      return text;
  }
}

/** How much is wrong; empty where there is nothing to measure. */
export function measureOf({ kind, measured }: PlanConflict, t: Dictionary): string {
  if (measured === null) return '';
  if (kind === 'ROUTE_OFF_ROAD') return t.plan.offRoad(`${Math.round(measured * 100)}%`);
  if (kind === 'ROUTE_MISSES') return t.plan.misses(metresText(measured));
  return kind === 'ENTERED_LATE' ? t.plan.lateBy(measured.toFixed(1)) : '';
}
