import { expect, test } from 'vitest';
import { Pace } from './pace';

test('a page that was never held up is drawn at any time', () => {
  expect(new Pace().mayDraw(0)).toBe(true);
});

test('it is left alone for 39 times as long as it was held up', () => {
  const pace = new Pace();
  pace.heldUp(100, 1000);
  expect(pace.mayDraw(4899)).toBe(false);
  expect(pace.mayDraw(4900)).toBe(true);
});

test('several tasks of one picture count together', () => {
  const pace = new Pace();
  pace.heldUp(100, 1000);
  pace.heldUp(50, 1100);
  expect(pace.mayDraw(6849)).toBe(false);
  expect(pace.mayDraw(6850)).toBe(true);
});

test('but never for longer than half a minute', () => {
  const pace = new Pace();
  pace.heldUp(60_000, 100_000);
  expect(pace.mayDraw(129_999)).toBe(false);
  expect(pace.mayDraw(130_000)).toBe(true);
});
