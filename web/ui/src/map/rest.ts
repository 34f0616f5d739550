/** A picture that takes longer is slow, ms: a step of a movement each 50 ms is a stutter. */
const SLOW = 50;
/** After a slow picture the machine is left alone for so many times as long: parts of the city that come in meanwhile share the next. */
const TIMES = 3;
const LONGEST = 1000;

/**
 * Leaves the machine time between the pictures of a map that it is slow to draw: without a graphics card they take all of it from the
 * rest of the page. Where there is one nothing of this is seen.
 */
export class Rest {
  /** The last picture and the one before it. */
  private lasted: [number, number] = [0, 0];
  private endedAt = -Infinity;

  /** Notes a picture, how long it took and when it was there, ms. */
  drew(took: number, endedAt: number): void {
    this.lasted = [took, this.lasted[0]];
    this.endedAt = endedAt;
  }

  /** One slow picture may have had to wait for something else. */
  private get took(): number {
    return Math.min(...this.lasted);
  }

  get isSlow(): boolean {
    return this.took > SLOW;
  }

  /** Milliseconds until the next picture may begin. */
  left(now: number): number {
    if (!this.isSlow) return 0;
    return Math.max(0, this.endedAt + Math.min(LONGEST, this.took * TIMES) - now);
  }
}
