import type { CaseRow, CaseType, Stage } from '../../api/caseTypes';

export const OPEN_STAGES = ['ACCEPTED', 'FILED', 'DISPATCHED', 'HANDLING', 'FEEDBACK', 'VERIFYING'] as const satisfies readonly Stage[];
export const ENDED_STAGES = ['ON_LEDGER', 'CLOSED', 'EVALUATED', 'NOT_FILED', 'TRANSFERRED'] as const satisfies readonly Stage[];

/** How far a limit has run: past four fifths of it, past its end, past one and a half times it. */
export type Level = 'none' | 'calm' | 'amber' | 'due' | 'urge';
const LEVELS: readonly Level[] = ['none', 'calm', 'amber', 'due', 'urge'];

/** When a limit turns amber, ends, and calls for those above; all null where none runs. */
export type Limited = Pick<CaseRow, 'amberAt' | 'dueAt' | 'urgeAt'>;

export function levelOf({ amberAt, dueAt, urgeAt }: Limited, now: number): Level {
  const past = (time: string | null) => time !== null && now >= Date.parse(time);
  if (dueAt === null) return 'none';
  if (past(urgeAt)) return 'urge';
  if (past(dueAt)) return 'due';
  return past(amberAt) ? 'amber' : 'calm';
}

/** Whether a case on the ledger is to be looked at again. */
export const isToReview = (reviewAt: string, now: number): boolean => now >= Date.parse(reviewAt);

const ordinal = (row: CaseRow) => (row.dueAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(row.dueAt));

/** The further its limit has run, the earlier; then what was urged, the sooner it is due, the older. */
export function mostUrgentFirst(rows: readonly CaseRow[], now: number): CaseRow[] {
  const rank = new Map(rows.map((row) => [row.id, LEVELS.indexOf(levelOf(row, now))]));
  const rankOf = (row: CaseRow) => rank.get(row.id) ?? 0;
  return [...rows].sort(
    (a, b) => rankOf(b) - rankOf(a) || Number(b.urged) - Number(a.urged) || ordinal(a) - ordinal(b) || a.id - b.id,
  );
}

export interface BoardFilter {
  type?: CaseType;
  plate?: string;
  /** What waits for the one who looks. */
  mine: boolean;
  overdue: boolean;
  /** What waits for somebody to decide on more time. */
  asked: boolean;
  /** What is to be looked at again, of those on the ledger. */
  reviews: boolean;
}

/** Whether somebody has to decide on more time for a case. */
export const isAsked = ({ extension }: CaseRow): boolean => extension === 'ASKED';

export const EVERYTHING: BoardFilter = { mine: false, overdue: false, asked: false, reviews: false };

export function answersFilter(row: CaseRow, filter: BoardFilter, isMine: (row: CaseRow) => boolean, now: number): boolean {
  const level = levelOf(row, now);
  return (
    (!filter.type || row.type === filter.type) &&
    (!filter.plate || row.plate === filter.plate) &&
    (!filter.mine || isMine(row)) &&
    (!filter.asked || isAsked(row)) &&
    (!filter.overdue || level === 'due' || level === 'urge')
  );
}

export interface Column {
  stage: Stage;
  rows: CaseRow[];
}

/** The cases of each stage, most urgent first. */
export function columnsOf(stages: readonly Stage[], rows: readonly CaseRow[], now: number): Column[] {
  return stages.map((stage) => ({ stage, rows: mostUrgentFirst(rows.filter((row) => row.stage === stage), now) }));
}

/** The cases on the ledger that are to be looked at again, the longest due first. */
export function reviewColumn(rows: readonly CaseRow[], { type, plate }: BoardFilter): Column {
  const due = rows.filter((row) => (!type || row.type === type) && (!plate || row.plate === plate));
  return { stage: 'ON_LEDGER', rows: due.sort((a, b) => Date.parse(a.reviewAt ?? a.since) - Date.parse(b.reviewAt ?? b.since) || a.id - b.id) };
}

/** The cases of each stage on which no limit runs, latest first. */
export function endedColumns(rows: readonly CaseRow[]): Column[] {
  const latest = [...rows].sort((a, b) => Date.parse(b.since) - Date.parse(a.since) || b.id - a.id);
  return ENDED_STAGES.map((stage) => ({ stage, rows: latest.filter((row) => row.stage === stage) }));
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The case that a key leads to: the next of the board from its top left, or the same row of the next column that has any. */
export function neighbour(columns: readonly Column[], id: number | null, direction: Direction): number | null {
  const filled = columns.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return null;
  const column = filled.findIndex(({ rows }) => rows.some((row) => row.id === id));
  if (column < 0) return filled[0].rows[0].id;
  if (direction === 'left' || direction === 'right') {
    const beside = filled[column + (direction === 'right' ? 1 : -1)] ?? filled[column];
    const row = filled[column].rows.findIndex((one) => one.id === id);
    return beside.rows[Math.min(row, beside.rows.length - 1)].id;
  }
  const all = filled.flatMap(({ rows }) => rows);
  const index = all.findIndex((row) => row.id === id) + (direction === 'down' ? 1 : -1);
  return (all[index] ?? all[index < 0 ? 0 : all.length - 1]).id;
}
