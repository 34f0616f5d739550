import type { Operation } from './types';

export type ExemptionKind = 'WEATHER' | 'CLOSURE' | 'EVENT';
export type ExemptionDecision = 'APPROVED' | 'REJECTED' | 'WITHDRAWN';

/** 豁免: what is excused, until when, and who has asked and decided. */
export interface ExemptionRequest {
  id: string;
  kind: ExemptionKind;
  /** Empty: every operation. */
  op: Operation | '';
  /** Segments and collection points; none: all of the city. */
  placeIds: string[];
  roads: string[];
  from: string;
  to: string;
  reason: string;
  evidence: string;
  files: ExemptionFile[];
  askedBy: string;
  askedAt: string;
  own: boolean;
  decision: ExemptionDecision | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionReason: string;
}

/** A picture or paper that shows the reason. */
export interface ExemptionFile {
  id: string;
  url: string;
  contentType: string;
  sha256: string;
  filedAt: string;
}

export type NewExemption = Pick<ExemptionRequest, 'kind' | 'op' | 'placeIds' | 'from' | 'to' | 'reason' | 'evidence'>;
