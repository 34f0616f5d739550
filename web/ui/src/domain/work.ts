import type { Operation, Side } from '../api/types';

/** What an alert about a road is about, as its reason has it: the operation, and the side of the road. */
export interface Work {
  op: Operation;
  side: Side;
}

const WORK = /^(SWEEP|WASH|FLUSH|SPRINKLE) (FWD|REV)$/;

/** Null where the reason says something else. */
export function workOf(reason: string): Work | null {
  const found = WORK.exec(reason);
  return found && { op: found[1] as Operation, side: found[2] as Side };
}
