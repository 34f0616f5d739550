import type { ApiToken } from '../../api/accessTypes';

const SOON = 14 * 86_400_000;

export type TokenState = 'holds' | 'soon' | 'expired' | 'revoked';

export function tokenState({ expiresAt, revokedAt }: Pick<ApiToken, 'expiresAt' | 'revokedAt'>, now: number): TokenState {
  if (revokedAt !== null) return 'revoked';
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return 'expired';
  return left <= SOON ? 'soon' : 'holds';
}
