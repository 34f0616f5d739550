import type { Company, VehicleState } from '../../api/types';

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

/** The vehicles that a tab and a search leave, by company; none of a company that has none of them. */
export function membersOf(companies: readonly Company[], stateOf: (plate: string) => VehicleState, tab: Tab, search: string): Members[] {
  return companies.flatMap((company) => {
    const plates = company.vehicles
      .map(({ plate }) => plate)
      .filter((plate) => inTab(stateOf(plate), tab) && (search === '' || matches(plate, search)));
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
