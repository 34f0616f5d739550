/** A place in the Mercator square and a heading (degrees) for each vehicle: columns, so that ten thousand leave no waste. */
export class Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly direction: Float64Array;

  constructor(capacity: number) {
    this.x = new Float64Array(capacity);
    this.y = new Float64Array(capacity);
    this.direction = new Float64Array(capacity);
  }

  put(vehicle: number, x: number, y: number, direction: number): void {
    this.x[vehicle] = x;
    this.y[vehicle] = y;
    this.direction[vehicle] = direction;
  }

  copy(vehicle: number, { x, y, direction }: Places): void {
    this.put(vehicle, x[vehicle], y[vehicle], direction[vehicle]);
  }

  apart(vehicle: number, { x, y }: Places): number {
    return Math.hypot(x[vehicle] - this.x[vehicle], y[vehicle] - this.y[vehicle]);
  }

  wider(capacity: number): Places {
    const made = new Places(capacity);
    made.x.set(this.x);
    made.y.set(this.y);
    made.direction.set(this.direction);
    return made;
  }
}
