import { expect, it } from 'vitest';
import { along, shortCount } from './canvas';

it('a measure grows from point to point, and no further', () => {
  const points = [[2, 13], [50, 20], [500, 30]] as const;
  expect([1, 2, 26, 50, 275, 500, 9999].map((at) => along(points, at))).toEqual([13, 13, 16.5, 20, 25, 30, 30]);
});

it('a count has three signs at most', () => {
  expect([2, 999, 1000, 1949, 9949, 10_000, 12_400].map(shortCount)).toEqual(['2', '999', '1k', '1.9k', '9.9k', '10k', '12k']);
});
