export type PeriodKind = 'WEEK' | 'MONTH' | 'DAYS';
export type Edition = 'EXPRESS' | 'FORMAL';
export type RunState = 'FROZEN' | 'REVIEWED' | 'ISSUED';
export type RunMove = 'EDIT' | 'REVIEW' | 'ISSUE';
export type CheckKind = 'SUMS' | 'RANKS' | 'EVIDENCE' | 'RATES' | 'FROZEN' | 'OBSERVED';
export type ExtractFormat = 'pdf' | 'xlsx';
export type ReportFormat = 'pdf' | 'docx' | 'xlsx' | 'csv';

/** What a report is about: 2026-W46, 2026-11, or 2026-11-03--2026-11-09. */
export interface ReportPeriod {
  period: string;
  kind: PeriodKind;
  from: string;
  /** First moment outside. */
  to: string;
}

/** A report that is issued, of which a company or district may have what is its own. */
export interface ReportExtract extends ReportPeriod {
  id: number;
  edition: Edition;
}

/** Too few where small is true; value is null where the denominator is 0. */
export interface TableRate {
  value: number | null;
  numerator: number;
  denominator: number;
  small: boolean;
}

export type TableValue = string | number | TableRate | null;

export interface ReportTable {
  section: string;
  title: string;
  columns: string[];
  rows: TableValue[][];
  note: string;
}

/** A report as it was frozen. */
export interface ReportRun extends ReportPeriod {
  id: number;
  edition: Edition;
  frozenAt: string;
  sha256: string;
  state: RunState;
}

export interface Signature {
  name: string;
  at: string;
}

export interface ReportCheck {
  kind: CheckKind;
  faults: string[];
}

export interface ReportRunDetail {
  run: ReportRun;
  version: number;
  generator: string;
  asOf: string;
  advice: string;
  /** Nobody has written on it. */
  adviceIsDraft: boolean;
  coverNote: string;
  editor: Signature | null;
  reviewer: Signature | null;
  issuer: Signature | null;
  checks: ReportCheck[];
  moves: RunMove[];
  /** What of the periods before came out otherwise. */
  corrections: number;
}

export interface RunWish {
  move: RunMove;
  version: number;
  advice?: string;
  coverNote?: string;
}
