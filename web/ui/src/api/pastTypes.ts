import type { VehicleKind } from './types';

/** A vehicle's time within an area, as far as its fixes tell. */
export interface Visit {
  from: string;
  to: string;
  dwellSeconds: number;
  fixes: number;
}

export interface Visitor {
  plate: string;
  kind: VehicleKind;
  company: string;
  dwellSeconds: number;
  visits: Visit[];
}

export interface VisitorAnswer {
  total: number;
  vehicles: Visitor[];
  next: string | null;
}

/** Where a vehicle was heard last before a moment. */
export interface PastPlace {
  plate: string;
  kind: VehicleKind;
  company: string;
  time: string;
  lon: number;
  lat: number;
  speedKmh: number;
  direction: number;
  acc: boolean;
}

export interface PastFleet {
  at: string;
  positions: PastPlace[];
}

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** A rectangle, and a polygon in it where only that is meant: corners as the server reads them. */
export interface Area extends Box {
  polygon?: string;
}
