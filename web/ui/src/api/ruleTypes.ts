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
