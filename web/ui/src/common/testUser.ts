import type { Permission, Role, User } from '../api/types';

/** Somebody for tests, of the city where no organisation is named. */
export function someone(role: Role, permissions: readonly Permission[], company: string | null = null): User {
  return { login: 'u', displayName: 'u', role, permissions, company, seesCity: company === null };
}
