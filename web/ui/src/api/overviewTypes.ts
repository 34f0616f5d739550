/** What a leader reads, of what the reader may see. Rates come as their parts, so that they can be checked. */
export interface Overview {
  time: string;
  /** As 2026-W47. */
  week: string;
  previousWeek: string;
  cases: { open: number; overdue: number };
  /** Confirmed ones of muck trucks that began in the week, and in the whole week before. */
  violations: { confirmed: number; before: number };
  /** Loaded trips of the week; closed are those of the observed that were in order, underWay those that have not ended. */
  trips: { total: number; observed: number; closed: number; underWay: number };
  /** Passes of today that are due and those of them worked; the same of judged windows; windows that nobody observed. */
  sweeping: { due: number; worked: number; required: number; done: number; unobserved: number };
  /** Vehicles. */
  devices: { vehicles: number; silent: number; faulty: number };
  worst: WorstCompany[];
}

export interface WorstCompany {
  company: string;
  /** Weighted confirmed violations a hundred observed trips. */
  perHundred: number;
  confirmed: number;
  observedTrips: number;
}
