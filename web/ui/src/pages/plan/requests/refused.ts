import { ApiError } from '../../../api/api';
import type { PermitRequest } from '../../../api/permitTypes';
import type { Dictionary } from '../../../i18n/zh';
import { refusal } from '../refusals';

/** Why the server has refused it, in the words of the page: to the company what it may do, and another to who decides. */
export function refused(error: Error, t: Dictionary, decides: boolean): string {
  const words: Record<string, string> = decides ? t.permitRequests.undecided : t.permitRequests.refusals;
  const known = error instanceof ApiError ? words[error.code] : undefined;
  return known ?? refusal(error, t);
}

/** Why a request that waits cannot be taken in any more: the permit was changed meanwhile, or the number of a new one is another's. */
export function overtaken({ seen }: Pick<PermitRequest, 'seen'>, t: Dictionary, own: boolean): string {
  const words = own ? t.permitRequests.overtaken : t.permitRequests.undecided;
  return seen === 0 ? words.taken_id : words.stale;
}
