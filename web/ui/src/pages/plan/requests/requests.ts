import type { PermitRequest } from '../../../api/permitTypes';
import type { PlanItem } from '../../../api/planTypes';
import { onTopOf } from '../drafts';
import { COLUMNS, stateOf } from '../items';

/** What of a permit in force may be another: its end, as long as that has not come, and its volume. */
const AMENDED: readonly string[] = ['valid_to', 'approved_m3'];

type Permit = Pick<PlanItem, 'id' | 'version' | 'columns'>;

/** What is being asked for. */
export interface Wish {
  /** The permit that it is made from; null: it is new. */
  item: Permit | null;
  columns: Record<string, string>;
}

export const newWish = (): Wish => ({ item: null, columns: {} });

export const wishFor = (item: Permit): Wish => ({ item, columns: { ...item.columns } });

/** The same once more, over what is on file by now. */
export function wishAgain({ permitId, before, columns }: Pick<PermitRequest, 'permitId' | 'before' | 'columns'>, permits: readonly Permit[]): Wish {
  const item = permits.find(({ id }) => id === permitId) ?? null;
  return { item, columns: item && before ? onTopOf(item, { columns: before }, columns).columns : { ...columns } };
}

/** Whether a column stays as it is on file. */
export function isFixed({ item }: Wish, column: string, now: number): boolean {
  if (item === null) return false;
  return column === 'permit_id' || (stateOf(item, now) !== 'future' && !AMENDED.includes(column));
}

export interface Difference {
  column: string;
  /** Null: it is new. */
  before: string | null;
  after: string;
}

/** What would be another of the permit on file; of a new one everything: one without an end has none. */
export function differences({ before, columns }: Pick<PermitRequest, 'before' | 'columns'>): Difference[] {
  // who and which stands above it
  const named = before === null ? ['permit_id', 'plate'] : ['permit_id'];
  return COLUMNS.permits
    .filter((column) => !named.includes(column))
    .map((column) => ({ column, before: before === null ? null : (before[column] ?? ''), after: columns[column] ?? '' }))
    .filter((one) => one.before !== one.after);
}

/** The permit is another than the company has seen: it cannot be taken in. */
export const isStale = ({ state, seen, onFile }: Pick<PermitRequest, 'state' | 'seen' | 'onFile'>): boolean => state === 'WAITING' && seen !== onFile;

const HOUR = 3_600_000;

/**
 * 补录: how long after its beginning a permit is typed in, hours; 0 where in time, or where it says nothing of that. One that is in force was
 * typed in before; one that is not yet may be moved to begin in the past.
 */
export function lateHours({ before, columns, decidedAt }: Pick<PermitRequest, 'before' | 'columns' | 'decidedAt'>, now: number): number {
  if (!columns.valid_from) return 0;
  const typedIn = decidedAt === null ? now : Date.parse(decidedAt);
  const inForce = before !== null && (!before.valid_from || Date.parse(before.valid_from) <= typedIn);
  if (inForce) return 0;
  return Math.max(0, (typedIn - Date.parse(columns.valid_from)) / HOUR);
}
