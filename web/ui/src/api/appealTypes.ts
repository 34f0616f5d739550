import type { FiledPhoto } from './types';

export type AppealDecision = 'UPHELD' | 'REJECTED';

export interface Appeal {
  id: string;
  user: string;
  at: string;
  reason: string;
  /** Null while it is undecided. */
  decision: AppealDecision | null;
  decidedBy: string;
  decidedAt: string | null;
  decisionReason: string;
  photos: FiledPhoto[];
}

/** What a review has confirmed against a company and no case took up, and the appeal against it. */
export interface Charge {
  alertId: string;
  rule: string;
  ruleName: string;
  ruleNameEn: string;
  plate: string;
  company: string;
  start: string;
  confirmedAt: string;
  /** Until when the company may appeal. */
  until: string;
  mayLodge: boolean;
  mayDecide: boolean;
  appeal: Appeal | null;
}

/** CHARGED: no appeal yet, and time for one. */
export type AppealState = 'CHARGED' | 'OPEN' | 'DECIDED';
