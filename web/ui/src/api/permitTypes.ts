export type PermitRequestState = 'WAITING' | 'TAKEN' | 'REFUSED' | 'WITHDRAWN';

/** 准运证申报: a permit that a company asks for, or another state of one on file; texts by the names of its file's columns. */
export interface PermitRequest {
  id: string;
  company: string;
  plate: string;
  permitId: string;
  state: PermitRequestState;
  /** The permit's version that it is made from; 0: it is new. */
  seen: number;
  /** The permit's version by now; 0: there is none. */
  onFile: number;
  /** What the permit was at the version that was seen; null: it is new. */
  before: Record<string, string> | null;
  columns: Record<string, string>;
  note: string;
  by: string;
  at: string;
  decidedBy: string;
  decidedAt: string | null;
  reason: string;
  /** Of the permit, that it has become. */
  version: number | null;
}

export interface PermitRequests {
  requests: PermitRequest[];
  more: boolean;
}

export interface NewPermitRequest {
  columns: Record<string, string>;
  /** Of the permit, that was seen; 0: it is new. */
  version: number;
  note: string;
}
