import type { PlanItem, PlanLayer } from '../../api/planTypes';
import { begin, drawingOf, type Drawing } from '../../map/draw/drawing';
import { COLUMNS, idColumn, nextId, shapeOf } from './items';
import type { Plan } from './usePlan';

/** What is being made or changed. */
export interface Draft {
  layer: PlanLayer;
  /** What it is made from; null: it is new. */
  item: PlanItem | null;
  columns: Record<string, string>;
  /** Shapes of several parts or with holes are not drawn by hand. */
  fixedShape: boolean;
}

export type Begun = [Draft, Drawing | null];

const PREFIX: Record<PlanLayer, string> = { permits: '', routes: 'R', places: 'P', requirements: 'Q', collection_points: 'CP' };

/** What a new one most often is. */
const USUAL: Record<PlanLayer, Record<string, string>> = {
  permits: {},
  routes: {},
  places: { kind: 'SITE' },
  requirements: { op: 'SWEEP', side: 'BOTH', passes: '1', per: 'DAY' },
  collection_points: {},
};

export function blank(layer: PlanLayer, plan: Plan): Begun {
  const id = PREFIX[layer] === '' ? '' : nextId(plan.items[layer], PREFIX[layer]);
  const kind = shapeOf(layer);
  const columns = { [idColumn(layer)]: id, ...USUAL[layer] };
  return [{ layer, item: null, columns, fixedShape: false }, kind === null ? null : begin(kind)];
}

export function of(layer: PlanLayer, item: PlanItem): Begun {
  const drawing = shapeOf(layer) === null ? null : drawingOf(item.geometry);
  return [{ layer, item, columns: { ...item.columns }, fixedShape: shapeOf(layer) !== null && drawing === null }, drawing];
}

/** Another permit like it, from now on. */
export function reissue(item: PlanItem, now: number): Begun {
  const columns = Object.fromEntries(COLUMNS.permits.map((name) => [name, item.columns[name] ?? '']));
  return [{ layer: 'permits', item: null, columns: { ...columns, permit_id: `${item.id}-1`, valid_from: new Date(now).toISOString() }, fixedShape: false }, null];
}

/** What one has typed over what another has filed meanwhile: the other's columns where one had left them, and which those of the other are. */
export function onTopOf(latest: Pick<PlanItem, 'columns'>, before: Pick<PlanItem, 'columns'>, mine: Record<string, string>): { columns: Record<string, string>; theirs: string[] } {
  const text = (columns: Record<string, string>, name: string) => columns[name] ?? '';
  const theirs = Object.keys({ ...before.columns, ...latest.columns }).filter((name) => text(before.columns, name) !== text(latest.columns, name));
  const taken = theirs.filter((name) => text(mine, name) === text(before.columns, name));
  return { columns: { ...mine, ...Object.fromEntries(taken.map((name) => [name, text(latest.columns, name)])) }, theirs };
}
