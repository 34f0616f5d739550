import type { VehicleState } from '../../api/types';

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

/** Heading in words of eight: index into N, NE, E … NW. */
export function octant(direction: number): number {
  return Math.round((((direction % 360) + 360) % 360) / 45) % 8;
}
