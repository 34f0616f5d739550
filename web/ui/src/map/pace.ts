/** So many times as long as a picture held up the page it is left alone: holding up then takes a 20th of the time. */
const REST = 19;
/** But no longer, ms: a map that stands still for longer would be taken for a broken one. */
const LONGEST_REST = 10_000;
/** A picture is drawn within so many ms; what holds up the page later has another cause, and the vehicles drive on. */
const OF_A_PICTURE = 250;

/**
 * Lets the pictures of the fleet take a small share of the page's time, however slowly the machine draws them: without a
 * graphics card a picture of a whole city can hold up the page for a second, and on a fast one nothing of this is seen.
 */
export class Pace {
  private restsUntil = -Infinity;
  private drawnAt = -Infinity;

  /** Notes that a picture was given to the map. */
  drew(now: number): void {
    this.drawnAt = now;
  }

  /** Notes that the page was held up for {@code lasted} ms until {@code now}. */
  heldUp(lasted: number, now: number): void {
    const began = now - lasted;
    if (began > this.drawnAt + OF_A_PICTURE || now < this.drawnAt) return;
    this.restsUntil = Math.min(now + LONGEST_REST, Math.max(now, this.restsUntil) + REST * lasted);
  }

  mayDraw(now: number): boolean {
    return now >= this.restsUntil;
  }

  /** Takes note of the browser's long tasks, where it tells of them, until the returned function is called. */
  watch(): () => void {
    if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return () => undefined;
    const observer = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) this.heldUp(duration, startTime + duration);
    });
    observer.observe({ type: 'longtask' });
    return () => observer.disconnect();
  }
}
