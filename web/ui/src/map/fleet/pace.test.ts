import { expect, it } from 'vitest';
import { pictureEvery } from './pace';

it('a picture comes as often as a vehicle of 72 km/h drives half a pixel', () => {
  expect(pictureEvery(2, 1)).toBe(50);
  expect(pictureEvery(8, 1)).toBe(200);
  expect(pictureEvery(8, 4)).toBe(50);
});

it('but no oftener than the eye sees, and at least every two seconds', () => {
  expect(pictureEvery(0.1, 1)).toBe(40);
  expect(pictureEvery(100, 1)).toBe(2000);
});
