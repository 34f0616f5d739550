export type SpillReason = 'LOADED' | 'COVER_NOT_CLOSED' | 'WEIGHT_LOST' | 'BETWEEN' | 'DIRTY_WHEELS' | 'CONFIRMED_BEFORE';

/** A vehicle that passed a place that was dirtied. */
export interface SpillCandidate {
  plate: string;
  company: string;
  kind: string;
  score: number;
  at: string;
  metres: number;
  speedKmh: number;
  headingDegrees: number;
  reasons: { kind: SpillReason; weight: number; held: boolean; value: string }[];
}

/** A truck of which too little was heard to say where it was. */
export interface SpillUnobserved {
  plate: string;
  company: string;
  observed: number;
  lastTime: string | null;
  lastLongitude: number | null;
  lastLatitude: number | null;
}

export interface SpillAnswer {
  candidates: SpillCandidate[];
  unobserved: SpillUnobserved[];
  strangers: { plate: string; time: string; placeId: string; placeName: string }[];
}
