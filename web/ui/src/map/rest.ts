/** A picture that holds up the page for longer is slow, ms: the browser calls that a long task. */
const SLOW = 50;
/** After a slow picture the page is left alone for so many times as long, while somebody moves the map. */
const WHILE_MOVED = 1;
/** And while the parts of the city come in one by one, which a few pictures show as well as many. */
const WHILE_LOADED = 3;
const LONGEST = 1000;

/**
 * Leaves the page time between the pictures of a map, where each of them holds it up: without a graphics card the page waits until
 * the city is drawn. Where there is one nothing of this is seen.
 */
export class Rest {
  /** Of the last picture and the one before it. */
  private lasted: [number, number] = [0, 0];
  private endedAt = -Infinity;

  /** Notes the time from the beginning of a picture until the page was free again, ms. */
  drew(begunAt: number, endedAt: number): void {
    this.lasted = [endedAt - begunAt, this.lasted[0]];
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
  left(now: number, moved: boolean): number {
    if (!this.isSlow) return 0;
    const rest = Math.min(LONGEST, this.took * (moved ? WHILE_MOVED : WHILE_LOADED));
    return Math.max(0, this.endedAt + rest - now);
  }
}
