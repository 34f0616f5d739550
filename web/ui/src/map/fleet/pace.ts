/** Of the fastest that is worth to be seen smoothly, in metres a second. */
const FAST = 20;
/** So far a symbol may leap from picture to picture, px. */
const LEAP = 0.5;
const SHORTEST_MS = 40;
const LONGEST_MS = 2000;

/**
 * Milliseconds from picture to picture: who sees the whole city sees no vehicle move a pixel in a second, and nobody need draw
 * that more often.
 */
export function pictureEvery(metresPerPx: number, timesSpeed: number): number {
  const needed = (1000 * LEAP * metresPerPx) / (FAST * Math.max(0.1, timesSpeed));
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, needed));
}
