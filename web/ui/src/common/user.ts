import { createContext, useContext } from 'react';
import type { CommandKind } from '../api/terminalTypes';
import type { Role, User } from '../api/types';

const UserContext = createContext<User | null>(null);
export const UserProvider = UserContext;

/** Who is signed in. */
export function useUser(): User {
  const user = useContext(UserContext);
  if (!user) throw new Error('nobody is signed in above this component');
  return user;
}

const CITY: readonly Role[] = ['SUPERVISOR', 'ADMINISTRATOR'];
const OF_DISPATCHERS: readonly CommandKind[] = ['LOCATE', 'TEXT', 'SNAPSHOT'];

/** The same as the server decides: what it would refuse is not offered. */
export function mayOrder(role: Role, kind: CommandKind): boolean {
  return CITY.includes(role) || (role === 'DISPATCHER' && OF_DISPATCHERS.includes(kind));
}

export function maySeeTerminals(role: Role): boolean {
  return CITY.includes(role);
}

/** Tables and tracks as files. An officer has the sheets of cases and no tables. */
export function mayExport(role: Role): boolean {
  return ['SUPERVISOR', 'SANITATION', 'DISPATCHER', 'LEADER', 'ADMINISTRATOR', 'AUDITOR'].includes(role);
}

/** Who is responsible for the rules may try other numbers. */
export function mayTryRules(role: Role): boolean {
  return CITY.includes(role);
}

/** Trials name every company. */
export function maySeeTrials(role: Role): boolean {
  return role !== 'DISPATCHER';
}

export type CaseRight = 'FILE' | 'DISPATCH' | 'HANDLE' | 'VERIFY' | 'SUPERVISE';

const CASE_RIGHTS: Record<Role, readonly CaseRight[]> = {
  SUPERVISOR: ['FILE', 'DISPATCH', 'VERIFY'],
  SANITATION: ['FILE', 'DISPATCH', 'HANDLE'],
  DISPATCHER: ['HANDLE'],
  OFFICER: ['HANDLE'],
  LEADER: ['SUPERVISE'],
  ADMINISTRATOR: ['FILE', 'DISPATCH', 'HANDLE', 'VERIFY', 'SUPERVISE'],
  AUDITOR: [],
};

export const mayWithCases = (role: Role, right: CaseRight): boolean => CASE_RIGHTS[role].includes(right);

/** A company or a squad sees what is its own; all others see the city. */
export const seesCity = (role: Role): boolean => role !== 'DISPATCHER' && role !== 'OFFICER';

const PAGES = ['live', 'playback', 'review', 'cases', 'past', 'reverse', 'leads', 'sweeping', 'trips', 'reports', 'rules', 'terminals', 'inspector', 'audit'] as const;
export type PageName = (typeof PAGES)[number];

/** Of companies and squads: what there is about their own vehicles and cases. */
const OWN_PAGES: Partial<Record<Role, readonly PageName[]>> = {
  DISPATCHER: ['live', 'playback', 'review', 'cases', 'past', 'sweeping', 'trips'],
  OFFICER: ['cases'],
};

function isOf(role: Role, page: PageName): boolean {
  if (page === 'terminals') return maySeeTerminals(role);
  return page !== 'audit' || role === 'AUDITOR' || role === 'ADMINISTRATOR';
}

/** The pages of the menu; the first of them is where a role begins. */
export function pagesOf(role: Role): readonly PageName[] {
  return OWN_PAGES[role] ?? PAGES.filter((page) => isOf(role, page));
}
