import type { CaseLimit } from '../../../api/caseTypes';
import type { LimitProposal, LimitRow, Limits, LimitVersion } from '../../../api/limitTypes';

export const UNITS: readonly CaseLimit['unit'][] = ['CLOCK_HOUR', 'WORKING_HOUR', 'WORKING_DAY'];

/** What the server takes of each, in its unit. */
export const RANGE: Record<CaseLimit['unit'], [least: number, most: number]> = { CLOCK_HOUR: [0.05, 2160], WORKING_HOUR: [0.1, 528], WORKING_DAY: [0.1, 66] };

export const sameLimit = (one: CaseLimit, other: CaseLimit): boolean => one.amount === other.amount && one.unit === other.unit;

/** The wishes with another for a row; what is wished as it stands is no wish. */
export function withWish(wishes: Limits, { row, limit }: LimitRow, wish: CaseLimit | null): Limits {
  const others = Object.entries(wishes).filter(([name]) => name !== row);
  return Object.fromEntries(wish === null || sameLimit(wish, limit) ? others : [...others, [row, wish]]);
}

/** Who has set a limit last, and since when it holds; null where nobody has, or it is too long ago to be told. */
export function setterOf({ version }: LimitRow, versions: readonly LimitVersion[], proposals: readonly LimitProposal[]): { by: string; from: string | null } | null {
  const set = versions.find(({ number }) => number === version);
  const proposal = proposals.find(({ id }) => id === set?.proposalId);
  return set && proposal ? { by: `${proposal.proposedBy} / ${proposal.decidedBy}`, from: set.inForceFrom } : null;
}
