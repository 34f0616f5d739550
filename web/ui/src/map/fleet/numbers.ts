/** Gives each name a number, from 0 in the order in which they are heard of: a worker is told of numbers alone. */
export class Numbers {
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];

  get size(): number {
    return this.names.length;
  }

  of(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.numbers.set(name, number);
    }
    return number;
  }

  /** The number of a name that has one. */
  find(name: string): number | null {
    return this.numbers.get(name) ?? null;
  }

  nameOf(number: number): string {
    return this.names[number];
  }

  /** The names from a number on. */
  from(number: number): string[] {
    return this.names.slice(number);
  }
}
