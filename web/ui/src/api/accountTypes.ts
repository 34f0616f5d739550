import type { Role } from './types';

/** Somebody who may sign in. */
export interface AccountRow {
  id: number;
  login: string;
  displayName: string;
  role: Role;
  /** Company, squad or district; empty where none. */
  company: string;
  enabled: boolean;
  secondFactor: boolean;
}

export interface Organisation {
  name: string;
  kind: 'OPERATOR' | 'SQUAD' | 'DISTRICT' | 'PLACE';
}

export type NewAccount = Pick<AccountRow, 'login' | 'displayName' | 'role'> & { company?: string };
