import type { CaseRow, Stage } from '../../api/caseTypes';
import type { Role, User } from '../../api/types';
import { mayWithCases, seesCity, type CaseRight } from '../../common/user';

/** What a case waits for at a stage. */
const NEXT: Partial<Record<Stage, CaseRight>> = {
  ACCEPTED: 'FILE',
  FILED: 'DISPATCH',
  DISPATCHED: 'HANDLE',
  HANDLING: 'HANDLE',
  FEEDBACK: 'VERIFY',
  VERIFYING: 'VERIFY',
};

/** Whether the next move of a case is for this user; companies and squads handle what is dispatched to them. */
export function waitsFor({ role, company }: User, { stage, side }: CaseRow): boolean {
  const right = NEXT[stage];
  return right !== undefined && mayWithCases(role, right) && (seesCity(role) || (side !== '' && side === company));
}

/** Whether the alerts and the vehicle of a case may be looked at: a squad sees what it handles and no more. */
export const seesEvidence = (user: User, row: Pick<CaseRow, 'company'>): boolean =>
  seesCity(user.role) || (row.company !== '' && row.company === user.company);

/** Whether a case can wait for somebody of this role at all. */
export const hasDuties = (role: Role): boolean => Object.values(NEXT).some((right) => mayWithCases(role, right));
