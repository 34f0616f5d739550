import { ApiError } from '../../api/api';
import type { useText } from '../../i18n/language';

/** Why the server has refused it, in the words of the page. */
export function refused(error: Error, t: ReturnType<typeof useText>): string {
  const known = error instanceof ApiError ? (t.register.refusals as Record<string, string>)[error.code] : undefined;
  return known ?? error.message;
}
