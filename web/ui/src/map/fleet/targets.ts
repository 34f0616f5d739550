/** What lies where in a picture, in the order in which it was drawn: middle (px from the picture's), reach (px) and what. */
export const TARGET_SIZE = 4;

/** Others are numbers of vehicles, from 0. */
export const CLUSTER = -1;
const FIRST_ALERT = -2;

export const alertTarget = (alert: number): number => FIRST_ALERT - alert;

/** The number of an alert; null of what is none. */
export const alertOf = (target: number): number | null => (target <= FIRST_ALERT ? FIRST_ALERT - target : null);

/** What is uppermost at a place; null where there is nothing. */
export function hit(targets: Float32Array, x: number, y: number): number | null {
  for (let at = targets.length - TARGET_SIZE; at >= 0; at -= TARGET_SIZE) {
    if (Math.hypot(targets[at] - x, targets[at + 1] - y) <= targets[at + 2]) return targets[at + 3];
  }
  return null;
}
