import type { CaseDetail, Move } from '../api/caseTypes';
import { waitingOf, type QueuedItem } from './queue';

/** Moves that are made on a phone, in the order of their buttons. */
const ON_THE_ROAD: readonly Move[] = ['BEGIN', 'ANSWER', 'RETURN', 'ASK_EXTENSION', 'APPEAL'];

/** What can be done next with a case when all that waits has arrived. */
export function nextMoves(one: Pick<CaseDetail, 'id' | 'moves'>, items: readonly QueuedItem[]): Move[] {
  const made = waitingOf(items, one.id).map(({ move }) => move);
  if (made.includes('ANSWER') || made.includes('RETURN')) return [];
  const begun: readonly Move[] = made.includes('BEGIN') ? [...one.moves.filter((move) => move !== 'BEGIN' && move !== 'RETURN'), 'ANSWER'] : one.moves;
  return ON_THE_ROAD.filter((move) => begun.includes(move) && !made.includes(move));
}
