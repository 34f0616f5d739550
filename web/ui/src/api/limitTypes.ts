/** What the server sends of the limits of cases. */
import type { CaseLimit, CaseType } from './caseTypes';
import type { ProposalDecision } from './ruleTypes';

/** What of a case has a limit of its own. */
export type Term = 'FILING' | 'DISPATCH' | 'FIRST_ANSWER' | 'HANDLING' | 'VERIFICATION';

export interface LimitRow {
  /** Type and term, as DUMPING/HANDLING. */
  row: string;
  type: CaseType;
  term: Term;
  limit: CaseLimit;
  /** What is usual. */
  initial: CaseLimit;
  /** That has set it last; 1 where nobody has. */
  version: number;
}

export interface LimitTable {
  /** Version in force, and the newest, which may come into force later. */
  number: number;
  newest: number;
  rows: LimitRow[];
}

export interface LimitVersion {
  number: number;
  /** null: since ever. */
  inForceFrom: string | null;
  inForce: boolean;
  proposalId: string | null;
  changes: { row: string; before: CaseLimit; after: CaseLimit }[];
}

/** Limits by the names of their rows. */
export type Limits = Record<string, CaseLimit>;

/** Other limits that somebody has asked for. */
export interface LimitProposal {
  id: string;
  base: number;
  changed: Limits;
  reason: string;
  /** null: when it is approved. */
  inForceFrom: string | null;
  proposedBy: string;
  proposedAt: string;
  own: boolean;
  decision: ProposalDecision | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionReason: string;
}

export type NewLimits = Pick<LimitProposal, 'base' | 'reason' | 'inForceFrom'> & { limits: Limits };
