/** A number that rules run with. */
export interface Parameter {
  name: string;
  value: number;
  initial: number;
  unit: string;
  /** In English, beginning with the rules that read it. */
  meaning: string;
}

export interface Catalogue {
  version: string;
  fingerprint: string;
  /** Version of the parameters in force, and the newest, which may come into force later. */
  number: number;
  newest: number;
  rules: { rule: string; name: string; nameEn: string }[];
  parameters: Parameter[];
  fleets: { company: string; values: Record<string, number> }[];
}

export interface Precision {
  rule: string;
  grade: 'A' | 'B' | 'C';
  alarms: number;
  confirmed: number;
  rejected: number;
  precision: number | null;
  reasons: Record<string, number>;
}

export interface Trial {
  id: string;
  by: string;
  at: string;
  from: string;
  to: string;
  /** Whose parameters; empty: the city's. */
  company: string;
  changed: Record<string, number>;
  state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';
  progress: number;
  finishedAt: string | null;
  failure: string;
}

export interface RuleDifference {
  rule: string;
  before: number;
  after: number;
  added: number;
  gone: number;
  changed: number;
  same: number;
}

interface TrialAlarm {
  start: string;
  end: string | null;
  grade: string;
  severity: number;
  status: string;
  reason: string;
}

export interface AlertChange {
  kind: 'ADDED' | 'GONE' | 'CHANGED';
  rule: string;
  plate: string;
  before: TrialAlarm | null;
  after: TrialAlarm | null;
}

export interface TrialResult extends Trial {
  rules: RuleDifference[];
  changes: AlertChange[];
}

export interface ParameterChange {
  /** Empty: the city's. */
  company: string;
  name: string;
  before: number;
  after: number;
}

export interface ParameterVersion {
  number: number;
  ruleSet: string;
  /** null: since ever. */
  inForceFrom: string | null;
  inForce: boolean;
  /** null for the first, which is of the configuration. */
  proposalId: string | null;
  changes: ParameterChange[];
}

export type ProposalDecision = 'APPROVED' | 'REJECTED' | 'WITHDRAWN';

/** Other parameters that somebody has asked for. */
export interface Proposal {
  id: string;
  base: number;
  company: string;
  changed: Record<string, number>;
  reason: string;
  /** null: when it is approved. */
  inForceFrom: string | null;
  trialId: string;
  proposedBy: string;
  proposedAt: string;
  own: boolean;
  decision: ProposalDecision | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionReason: string;
}

export type NewProposal = Pick<Proposal, 'base' | 'company' | 'reason' | 'inForceFrom'> & { values: Record<string, number> };
