import type { CaseRow, Stage } from '../../api/caseTypes';
import type { User } from '../../api/types';
import { mayDispatch, mayWithCases, type CaseRight, type Rights } from '../../common/user';

/** What a case waits for at a stage. */
const NEXT: Partial<Record<Stage, CaseRight>> = {
  ACCEPTED: 'FILE',
  FILED: 'DISPATCH',
  DISPATCHED: 'HANDLE',
  HANDLING: 'HANDLE',
  FEEDBACK: 'VERIFY',
  VERIFYING: 'VERIFY',
};

/**
 * Whether the next move of a case is for this user. To handle is for those it is dispatched to; to file, dispatch and verify for the
 * bureau, whose districts are told of no cases but their own.
 */
export function waitsFor(user: User, { stage, type, side, extension }: CaseRow): boolean {
  if (extension === 'ASKED' && mayWithCases(user, 'VERIFY')) return true;
  const right = NEXT[stage];
  if (right === 'DISPATCH') return mayDispatch(user, type);
  return right !== undefined && mayWithCases(user, right) && (user.seesCity || right !== 'HANDLE' || (side !== '' && side === user.company));
}

/** Whether a case can wait for this user at all. */
export const hasDuties = (user: Rights): boolean => Object.values(NEXT).some((right) => mayWithCases(user, right));
