import type { PlanConflict, PlanItem, PlanLayer } from '../../api/planTypes';
import type { Operation, Side } from '../../api/types';
import { dateTime, day } from '../../domain/time';
import { word } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';
import { metresText } from '../../map/draw/measure';
import { idsOf, isTask } from './items';
import type { Plan } from './usePlan';

/** What tells one item from another, in a line. */
export function itemLine(layer: PlanLayer, { id, columns }: PlanItem, plan: Plan, t: Dictionary): string {
  const until = columns.valid_to ? t.plan.until(day(Date.parse(columns.valid_to))) : t.plan.forever;
  if (layer === 'permits') return [id, `${plan.nameOf(columns.site_id)} → ${idsOf(columns.disposal_ids).map(plan.nameOf).join('、') || t.common.none}`, until].join(' · ');
  if (isTask(layer)) return [layer === 'requirements' ? id : '', taskHours(columns, t), columns.contractor || t.plan.anyContractor, until].filter(Boolean).join(' · ');
  const width = columns.corridor_m ? `±${columns.corridor_m} m` : '';
  return [columns.name ? id : '', width, until].filter(Boolean).join(' · ');
}

/** What one is called in a list. */
export function itemTitle(layer: PlanLayer, { id, columns }: PlanItem, plan: Plan, t: Dictionary): string {
  if (layer === 'permits') return columns.plate;
  if (layer !== 'requirements') return columns.name || id;
  const where = columns.segment_id ? plan.roadOf(columns.segment_id) || columns.segment_id : t.plan.allOfGrade(word(t.roadGrade, columns.grade));
  return `${t.op[columns.op as Operation]} · ${where}`;
}

/** How often, when and on which days. */
function taskHours(columns: Record<string, string>, t: Dictionary): string {
  const often = columns.passes ? t.plan.often(columns.passes, columns.per === 'WEEK') : '';
  const days = isDaily(columns.days) ? '' : daysText(columns.days, t);
  return [often, `${columns.window_from}–${columns.window_to}`, days].filter(Boolean).join(' ');
}

const daysOf = (text: string): string[] => text.split(',').filter(Boolean);

const isDaily = (text: string): boolean => [0, 7].includes(daysOf(text).length);

function daysText(text: string, t: Dictionary): string {
  return isDaily(text) ? t.plan.everyDay : t.plan.onDays(daysOf(text).map((one) => t.plan.weekdays[Number(one) - 1]).join(''));
}

/** A text of a column as people read it. */
export function shownText(column: string, text: string, plan: Plan, t: Dictionary, columns: Record<string, string> = {}): string {
  if (text === '') {
    if (column === 'contractor') return t.plan.anyContractor;
    return column === 'valid_from' ? t.plan.always : column === 'valid_to' ? t.plan.forever : t.common.none;
  }
  switch (column) {
    case 'valid_from':
    case 'valid_to':
    case 'entered_at':
      return dateTime(text);
    case 'kind':
      return word(t.place, text);
    case 'op':
      return t.op[text as Operation];
    case 'segment_id':
      return [plan.roadOf(text), text].filter(Boolean).join(' · ');
    case 'grade':
      return t.plan.allOfGrade(word(t.roadGrade, text));
    case 'side':
      return plan.sideOf(columns.segment_id ?? '', text as Side);
    case 'per':
      return text === 'WEEK' ? t.plan.perWeek : t.plan.perDay;
    case 'days':
      return daysText(text, t);
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
