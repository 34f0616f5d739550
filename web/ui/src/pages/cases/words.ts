import { ApiError } from '../../api/api';
import type { CaseDetail, CaseLimit, CaseRow, Move, Stage } from '../../api/caseTypes';
import { duration } from '../../domain/time';
import type { Dictionary } from '../../i18n/zh';
import { closingOf } from './moves';

const DAY = 24 * 3_600_000;

/** A length of time to a second, or to a minute where it takes days. */
export function span(milliseconds: number, t: Dictionary): string {
  if (milliseconds < DAY) return duration(milliseconds);
  const days = Math.floor(milliseconds / DAY);
  return t.cases.days(days, duration(milliseconds - days * DAY).slice(0, -3));
}

/** The title of a case without its plate, which stands beside it; a rule by its name. */
export function titleOf({ title, plate }: Pick<CaseRow, 'title' | 'plate'>, t: Dictionary): string {
  const rules: Record<string, string> = t.rule;
  const [first = '', ...others] = title.split(' ').filter((part) => part !== '' && part !== plate);
  return [rules[first] ?? first, ...others].join(' · ');
}

/** A limit with its unit. */
export const limitText = ({ amount, unit }: CaseLimit, t: Dictionary): string => t.cases.limit[unit](String(Math.round(amount * 100) / 100));

export function moveName(move: Move, stage: Stage, t: Dictionary): string {
  return move === 'DISPATCH' && stage === 'DISPATCHED' ? t.cases.redispatch : t.cases.move[move];
}

/** Why a move was not made, for people. */
export function troubleOf(error: Error, { type }: Pick<CaseDetail, 'type'>, t: Dictionary): string {
  if (!(error instanceof ApiError)) return error.message;
  const refused: Record<string, string> = t.cases.refused;
  if (error.code === 'stale') return t.cases.stale;
  if (error.code === 'refused_closing') return `${refused[error.code]} — ${t.cases.closing[closingOf(type)]}`;
  return refused[error.code] ?? (error.status === 403 ? refused.forbidden : error.message);
}
