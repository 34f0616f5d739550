import type { Condition } from './types';

/** Answers to the questions that are asked afterwards: gaps, linked trucks, hot spots, behaviour. */
export type GapPlaceKind = 'HOT_SPOT' | 'PLACE' | 'CAMERA';

export interface GapCandidate {
  kind: GapPlaceKind;
  id: string;
  name: string;
  longitude: number;
  latitude: number;
  detourSeconds: number;
}

/** A time in which a loaded truck was not seen, and what it can have reached in it. */
export interface Gap {
  from: string;
  to: string;
  before: [number, number];
  after: [number, number];
  majorMetres: number;
  minorMetres: number;
  outline: [number, number][];
  candidates: GapCandidate[];
}

export interface GapAnswer {
  tripId: string;
  gaps: Gap[];
}

export interface Dwell {
  from: string;
  to: string;
  metres: number;
  tripId: string;
  siteId: string;
}

export interface LinkedTruck {
  plate: string;
  trips: number;
  sites: string[];
  dwells: Dwell[];
}

export interface LinkedAnswer {
  confirmed: boolean;
  trucks: LinkedTruck[];
  unobserved: { plate: string; company: string; trips: number; observed: number }[];
}

export interface Sighting {
  source: string;
  id: string;
  time: string;
  longitude: number;
  latitude: number;
}

export interface HotSpot {
  longitude: number;
  latitude: number;
  radius: number;
  first: string;
  last: string;
  sightings: Sighting[];
}

export interface HotSpotAnswer {
  hotspots: HotSpot[];
  lostLoads: number;
}

export type IndicatorKind = 'NOT_COMPLETED' | 'UNSEEN' | 'SHORT_CYCLE' | 'NO_DISPOSAL';

export interface Conduct {
  name: string;
  company: string;
  trips: number;
  observed: number | null;
  score: number;
  indicators: { kind: IndicatorKind; weight: number; cases: number; of: number; share: number | null; usual: number | null; held: boolean }[];
}

export interface Ranking {
  compared: Conduct[];
  tooFew: Conduct[];
}

export interface BehaviourAnswer {
  trucks: Ranking;
  companies: Ranking;
}

/** A stay at which a load may have been dumped; an alert as well where it has one. */
export interface SuspectStay {
  plate: string;
  company: string;
  tripId: string;
  permitId: string;
  start: string;
  end: string;
  longitude: number;
  latitude: number;
  score: number;
  isFinal: boolean;
  alertId: string | null;
  features: Condition[];
}

/** A spot at which a truck stays again and again and always goes on to an end place. */
export interface RestPlace {
  plate: string;
  company: string;
  longitude: number;
  latitude: number;
  stays: number;
  first: string;
  last: string;
}

export interface StayAnswer {
  stays: SuspectStay[];
  restPlaces: RestPlace[];
  lostLoads: number;
}

/** Who else stood where the load of a case was found; a case of its own where there is one. */
export interface LinkedOfCase {
  lon: number;
  lat: number;
  trucks: (LinkedTruck & { caseId: number | null })[];
}
