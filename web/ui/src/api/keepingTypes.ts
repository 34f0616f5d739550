export type KeptState = 'COMING' | 'RUNNING' | 'ENDED' | 'WITHDRAWN';

/** 报停: a vehicle that does not run for a while. */
export interface LayUp {
  /** Null where a file of the city says it. */
  id: string | null;
  plate: string;
  company: string;
  state: KeptState;
  from: string | null;
  /** When it runs again; null where that is not known. */
  until: string | null;
  version: number;
  /** Who has decided, of a file's; empty of others. */
  saidBy: string;
  /** How long after its beginning it was typed in (补录), hours. */
  lateHours: number;
  /** What it was driven all the same, km. */
  drivenKm: number;
  steps: LayUpStep[];
}

export interface LayUpStep {
  until: string | null;
  reason: string;
  by: string;
  at: string;
}

/** Days are the city's; without the first one it is from now on, without the last nobody knows. */
export interface NewPeriod {
  plate: string;
  from?: string;
  until?: string;
  reason: string;
}

/** 驾驶员: who drives for a company; name and number are masked for who may not know them. */
export interface Driver {
  id: string;
  company: string;
  /** Number of the qualification (从业资格证). */
  licence: string;
  name: string;
  /** Last day of the qualification; null: not known. */
  validTo: string | null;
  /** Since when he or she drives for the company no more. */
  leftAt: string | null;
  version: number;
  turns: DriverTurn[];
}

/** That somebody drives a vehicle for a while. */
export interface DriverTurn {
  id: string;
  plate: string;
  state: KeptState;
  from: string;
  until: string | null;
  version: number;
  lateHours: number;
  reason: string;
}

export interface NewDriver {
  licence: string;
  name: string;
  validTo?: string;
}

/** What is to be known of a driver from now on. */
export interface DriverChange {
  version: number;
  name: string;
  validTo?: string;
  left?: boolean;
  reason: string;
}

/** That something ends; without a day it is from now on. */
export interface KeptEnd {
  version: number;
  until?: string;
  reason: string;
}
