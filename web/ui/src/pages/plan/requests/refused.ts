import { ApiError } from '../../../api/api';
import type { Dictionary } from '../../../i18n/zh';
import { refusal } from '../refusals';

/** Why the server has refused it, in the words of the page. */
export function refused(error: Error, t: Dictionary): string {
  const known = error instanceof ApiError ? (t.permitRequests.refusals as Record<string, string>)[error.code] : undefined;
  return known ?? refusal(error, t);
}
