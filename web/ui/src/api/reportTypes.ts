export type Edition = 'EXPRESS' | 'FORMAL';
export type RunState = 'FROZEN' | 'REVIEWED' | 'ISSUED';
export type RunMove = 'EDIT' | 'REVIEW' | 'ISSUE';
export type CheckKind = 'SUMS' | 'RANKS' | 'EVIDENCE' | 'RATES' | 'FROZEN' | 'OBSERVED';
export type ReportFormat = 'pdf' | 'docx' | 'xlsx' | 'csv';

/** A weekly report as it was frozen. */
export interface ReportRun {
  id: number;
  week: string;
  edition: Edition;
  from: string;
  to: string;
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
  /** What of the week before came out otherwise. */
  corrections: number;
}

export interface RunWish {
  move: RunMove;
  version: number;
  advice?: string;
  coverNote?: string;
}
