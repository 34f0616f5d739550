import { expect, it } from 'vitest';
import { Numbers } from './numbers';

it('a name keeps its number, and numbers come in the order of the names', () => {
  const numbers = new Numbers();
  expect(['A', 'B', 'A', 'C'].map((name) => numbers.of(name))).toEqual([0, 1, 0, 2]);
  expect(numbers.from(1)).toEqual(['B', 'C']);
  expect(numbers.nameOf(2)).toBe('C');
  expect([numbers.find('B'), numbers.find('D')]).toEqual([1, null]);
  expect(numbers.size).toBe(3);
});
