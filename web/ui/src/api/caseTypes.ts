/** What the server sends of cases. */
import type { Grade } from './types';

export type Stage =
  | 'ACCEPTED'
  | 'FILED'
  | 'DISPATCHED'
  | 'HANDLING'
  | 'FEEDBACK'
  | 'VERIFYING'
  | 'CLOSED'
  | 'EVALUATED'
  | 'NOT_FILED'
  | 'ON_LEDGER'
  | 'TRANSFERRED';
export type CaseType =
  | 'DUMPING'
  | 'SPILL'
  | 'LOST_LOAD'
  | 'VIOLATION'
  | 'POINT'
  | 'CLEANING'
  | 'DEVICE'
  | 'LITTER'
  | 'WATER'
  | 'MANHOLE'
  | 'HEATING'
  | 'OTHER';
export type Move =
  | 'FILE'
  | 'REFUSE'
  | 'DISPATCH'
  | 'RETURN'
  | 'BEGIN'
  | 'ANSWER'
  | 'VERIFY'
  | 'CLOSE'
  | 'REWORK'
  | 'EVALUATE'
  | 'ASK_EXTENSION'
  | 'EXTEND'
  | 'REFUSE_EXTENSION'
  | 'PUT_ON_LEDGER'
  | 'KEEP_ON_LEDGER'
  | 'TAKE_FROM_LEDGER'
  | 'TRANSFER'
  | 'URGE'
  | 'APPEAL'
  | 'REJECT_APPEAL'
  | 'UPHOLD_APPEAL'
  /** The system's own: it has seen that all is in order. */
  | 'OBSERVE';
export type Fate = 'OPENED' | 'MERGED' | 'KNOWN';

/** How long something may take. */
export interface CaseLimit {
  amount: number;
  /** 紧急工作时, 工作时, 工作日. */
  unit: 'CLOCK_HOUR' | 'WORKING_HOUR' | 'WORKING_DAY';
}

/** 延期: asked for once by who handles a case, and decided on by somebody else. */
export type ExtensionState = 'NONE' | 'ASKED' | 'GRANTED' | 'REFUSED';

export interface CaseRow {
  id: number;
  type: CaseType;
  title: string;
  lon: number | null;
  lat: number | null;
  foundAt: string;
  acceptedAt: string;
  /** Of the best evidence; empty where nobody graded it. */
  grade: Grade | '';
  plate: string;
  company: string;
  stage: Stage;
  since: string;
  /** Who handles it; empty where nobody does yet. */
  side: string;
  sideId: number;
  extended: boolean;
  extension: ExtensionState;
  /** How much longer was asked for; null where nobody did. */
  extra: CaseLimit | null;
  urged: boolean;
  /** How many reported it. */
  sources: number;
  version: number;
  /** Four fifths of the limit, its end and one and a half times it; null where none runs. */
  amberAt: string | null;
  dueAt: string | null;
  urgeAt: string | null;
  /** When a case on the ledger is to be looked at again; null where it is not there. */
  reviewAt: string | null;
  /** When it was closed, not filed or handed to others; null while it may go on. */
  closedAt: string | null;
}

export interface CaseSource {
  source: string;
  sourceId: string;
  foundAt: string;
  filedAt: string;
  payload: string;
}

export interface CaseStep {
  version: number;
  move: Move;
  /** Empty for the system. */
  actor: string;
  at: string;
  side: string;
  /** Whether the responsible vehicle was found; null where the step does not say. */
  culprit: boolean | null;
  photoId: number | null;
  note: string;
  /** How much longer it asks for; null where it does not. */
  extra: CaseLimit | null;
}

export interface CasePhoto {
  id: number;
  by: string;
  sha256: string;
  size: number;
  takenAt: string;
  filedAt: string;
  lon: number;
  lat: number;
  url: string;
  /** From the case's place; null where that is unknown. */
  metres: number | null;
  /** Why it cannot show the place in order; null where it can. */
  fault: 'BEFORE_FILING' | 'ELSEWHERE' | null;
}

/** Where and when a photo was taken; the id is the sender's own, under which it is filed once. */
export interface PhotoFacts {
  clientId: string;
  takenAt: string;
  lon: number;
  lat: number;
}

export interface CaseDetail extends CaseRow {
  /** Only where it was just accepted. */
  fate?: Fate;
  sourceList: CaseSource[];
  steps: CaseStep[];
  photos: CasePhoto[];
  /** Its place in GCJ-02, for the maps of phones; null where it is unknown. */
  gcj02: { lon: number; lat: number } | null;
  /** How long it may be handled where nothing is extended. */
  handling: CaseLimit;
  /** Of the company; there is one at most. */
  appeal: 'NONE' | 'OPEN' | 'DECIDED';
  /** Whether the reader may file photos with it now. */
  mayAddPhotos: boolean;
  /** Whether the reader may look at its alerts and its vehicle. */
  seesEvidence: boolean;
  /** What the reader may do now, as far as stage and role tell. */
  moves: Move[];
}

/** Whom a case can be dispatched to. */
export interface CaseSide {
  id: number;
  name: string;
  kind: 'OPERATOR' | 'SQUAD' | 'PLACE' | 'DISTRICT';
}

export interface CaseFilter {
  stage?: Stage;
  type?: CaseType;
  plate?: string;
  open?: 'YES';
  extension?: ExtensionState;
  review?: 'DUE';
  cursor?: string;
  limit?: number;
  number?: string;
  /** Part of a name. */
  company?: string;
  /** Each of which is in the title or in what was reported. */
  words?: string;
  /** Of its acceptance. */
  from?: string;
  to?: string;
}

/** A move as it is asked for. */
export interface CaseWish {
  move: Move;
  /** Of the case as it was looked at. */
  version: number;
  sideId?: number;
  culprit?: boolean;
  photoId?: string;
  note?: string;
  /** Of a request for more time: how much, in the unit of the case's handling. */
  more?: number;
  /** The sender's own name of this move: it is made once under it. */
  clientId?: string;
}

/** What somebody reports that no alert says; the same name twice is the same report. */
export interface NewEvent {
  sourceId: string;
  type: CaseType;
  title: string;
  plate: string;
  time: string;
  /** A place comes with what its degrees are measured against. */
  lon?: number;
  lat?: number;
  datum?: 'WGS84';
  payload?: Record<string, unknown>;
}
