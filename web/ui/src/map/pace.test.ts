import { expect, test } from 'vitest';
import { Pace } from './pace';

/** A pace after a picture at a moment. */
function drawnAt(moment: number): Pace {
  const pace = new Pace();
  pace.drew(moment);
  return pace;
}

test('a page that was never held up is drawn at any time', () => {
  expect(new Pace().mayDraw(0)).toBe(true);
});

test('it is left alone for 19 times as long as a picture held it up', () => {
  const pace = drawnAt(900);
  pace.heldUp(100, 1000);
  expect(pace.mayDraw(2899)).toBe(false);
  expect(pace.mayDraw(2900)).toBe(true);
});

test('several tasks of one picture count together', () => {
  const pace = drawnAt(900);
  pace.heldUp(100, 1000);
  pace.heldUp(50, 1100);
  expect(pace.mayDraw(3849)).toBe(false);
  expect(pace.mayDraw(3850)).toBe(true);
});

test('what holds up the page long after a picture, or before it, stops no vehicle', () => {
  const pace = drawnAt(1000);
  pace.heldUp(300, 1551);
  pace.heldUp(100, 999);
  expect(pace.mayDraw(1552)).toBe(true);
  pace.heldUp(300, 1550);
  expect(pace.mayDraw(1552)).toBe(false);
});

test('but never for longer than ten seconds', () => {
  const pace = drawnAt(40_000);
  pace.heldUp(60_000, 100_000);
  expect(pace.mayDraw(109_999)).toBe(false);
  expect(pace.mayDraw(110_000)).toBe(true);
});
