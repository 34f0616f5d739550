export type LayUpState = 'COMING' | 'RUNNING' | 'ENDED' | 'WITHDRAWN';

/** 报停: a vehicle that does not run for a while. */
export interface LayUp {
  /** Null where a file of the city says it. */
  id: string | null;
  plate: string;
  company: string;
  state: LayUpState;
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
export interface NewLayUp {
  plate: string;
  from?: string;
  until?: string;
  reason: string;
}
