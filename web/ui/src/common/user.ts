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

/** Who is responsible for the rules may try other numbers. */
export function mayTryRules(role: Role): boolean {
  return CITY.includes(role);
}

/** Trials name every company. */
export function maySeeTrials(role: Role): boolean {
  return role !== 'DISPATCHER';
}
