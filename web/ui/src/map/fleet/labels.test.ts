import { describe, expect, it } from 'vitest';
import { LINE, Labels, type Named } from './labels';

const WIDE = 60;
const named = (vehicle: number, x: number, y: number, rank = 0): Named => ({ vehicle, x, y, rank });
const shown = (labels: Labels, ...vehicles: Named[]) => labels.place(vehicles, () => WIDE).map(({ vehicle }) => vehicle).sort();

describe('names below vehicles', () => {
  it('stand side by side and one under the other', () => {
    expect(shown(new Labels(), named(0, 0, 0), named(1, WIDE, 0), named(2, 0, LINE))).toEqual([0, 1, 2]);
  });

  it('never lie over each other', () => {
    expect(shown(new Labels(), named(0, 0, 0), named(1, WIDE - 1, 0))).toEqual([0]);
    expect(shown(new Labels(), named(0, 0, 0), named(1, 0, LINE - 1))).toEqual([0]);
    expect(shown(new Labels(), named(0, 0, 0), named(1, 0, 1 - LINE))).toEqual([0]);
  });

  it('are given to whom they matter more', () => {
    expect(shown(new Labels(), named(0, 0, 0), named(1, 10, 0, 1))).toEqual([1]);
  });

  it('stay with who has one, unless it matters more elsewhere', () => {
    const labels = new Labels();
    shown(labels, named(1, 10, 0));
    expect(shown(labels, named(0, 0, 0), named(1, 10, 0))).toEqual([1]);
    expect(shown(labels, named(0, 0, 0, 1), named(1, 10, 0))).toEqual([0]);
  });
});
