/** Something that may have its name below it: px from the middle of the picture. */
export interface Named {
  vehicle: number;
  x: number;
  y: number;
  /** The higher, the sooner it has its name. */
  rank: number;
}

/** Height of a line of text with its halo, px. */
export const LINE = 15;
/** From the middle of a symbol to the top of its name, px. */
export const BELOW = 16;

/**
 * Gives vehicles their names where those do not lie over each other; who has one keeps it before others of its rank, so that
 * names do not flicker.
 */
export class Labels {
  private had: ReadonlySet<number> = new Set();

  /** @param widthOf width of a vehicle's name, px */
  place<N extends Named>(vehicles: readonly N[], widthOf: (vehicle: number) => number): N[] {
    const urgency = ({ vehicle, rank }: Named) => 2 * rank + (this.had.has(vehicle) ? 1 : 0);
    const lines = new Lines();
    const named = [...vehicles].sort((a, b) => urgency(b) - urgency(a)).filter(({ vehicle, x, y }) => lines.take(x, y + BELOW, widthOf(vehicle)));
    this.had = new Set(named.map(({ vehicle }) => vehicle));
    return named;
  }
}

interface Span {
  left: number;
  right: number;
  top: number;
}

/** Texts by the strips of the picture in which they begin: what overlaps one begins in its strip, or beside it. */
class Lines {
  private readonly strips = new Map<number, Span[]>();

  /** Whether a text has room, which it then has taken. */
  take(middle: number, top: number, width: number): boolean {
    const span = { left: middle - width / 2, right: middle + width / 2, top };
    const strip = Math.floor(top / LINE);
    for (let n = strip - 1; n <= strip + 1; n += 1) {
      if (this.strips.get(n)?.some((other) => overlap(span, other))) return false;
    }
    const own = this.strips.get(strip);
    if (own) own.push(span);
    else this.strips.set(strip, [span]);
    return true;
  }
}

function overlap(a: Span, b: Span): boolean {
  return Math.abs(a.top - b.top) < LINE && a.left < b.right && b.left < a.right;
}
