/** Tells watchers of changes, many at once: after a change they hear of it, and of all that came meanwhile, once. */
export class Told {
  private version = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly watchers = new Set<() => void>();

  /** @param every ms from a change until it is told */
  constructor(private readonly every: number) {}

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Counts what was told. */
  readonly snapshot = (): number => this.version;

  changed(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.version += 1;
      for (const watcher of this.watchers) watcher();
    }, this.every);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
