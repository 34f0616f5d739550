import type { Company, VehicleKind, VehicleState } from '../../api/types';

export type Tab = 'all' | 'online' | 'offline' | 'alarm';
export const TABS: readonly Tab[] = ['all', 'online', 'offline', 'alarm'];

export function inTab(state: VehicleState, tab: Tab): boolean {
  switch (tab) {
    case 'all':
      return true;
    case 'online':
      return state !== 'OFFLINE';
    case 'offline':
      return state === 'OFFLINE';
    case 'alarm':
      return state === 'ALARM';
  }
}

/** 渣土车, and the vehicles of sanitation. */
export type Fleet = 'both' | 'muck' | 'sanitation';
export const FLEETS: readonly Fleet[] = ['both', 'muck', 'sanitation'];

export function inFleet(kind: VehicleKind, fleet: Fleet): boolean {
  return fleet === 'both' || (kind === 'MUCK_TRUCK') === (fleet === 'muck');
}

/** What of the fleet is asked for. */
export interface Asked {
  tab: Tab;
  fleet: Fleet;
  /** A part of a plate, or of a company's name. */
  search: string;
}

/** Whether a plate answers a search: parts of it, in any case, blanks and the middle dot ignored. */
export function matches(plate: string, search: string): boolean {
  const plain = (text: string) => text.replace(/[\s·.]/g, '').toUpperCase();
  return plain(plate).includes(plain(search));
}

/** What the tree shows of a company. */
export interface Members {
  company: Company;
  plates: readonly string[];
}

/** The vehicles that are asked for, by company; none of a company that has none of them. */
export function membersOf(companies: readonly Company[], stateOf: (plate: string) => VehicleState, { tab, fleet, search }: Asked): Members[] {
  return companies.flatMap((company) => {
    const isAll = search === '' || matches(company.name, search);
    const plates = company.vehicles
      .filter(({ plate, kind }) => inFleet(kind, fleet) && inTab(stateOf(plate), tab) && (isAll || matches(plate, search)))
      .map(({ plate }) => plate);
    return plates.length === 0 ? [] : [{ company, plates }];
  });
}

/** Whether two trees have the same rows. */
export function sameMembers(a: readonly Members[], b: readonly Members[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ company, plates }, i) =>
        company === b[i].company && plates.length === b[i].plates.length && plates.every((plate, j) => plate === b[i].plates[j]),
    )
  );
}

/** Heading in words of eight: index into N, NE, E … NW. */
export function octant(direction: number): number {
  return Math.round((((direction % 360) + 360) % 360) / 45) % 8;
}
