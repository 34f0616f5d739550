import { describe, expect, it } from 'vitest';
import { Rest } from './rest';

/** After pictures that each took so long; the last one ended at 1000. */
function after(...lasted: number[]): Rest {
  const rest = new Rest();
  for (const took of lasted) rest.drew(took, 1000);
  return rest;
}

describe('between two pictures of a map', () => {
  it('there is no rest where they are quick', () => {
    expect(new Rest().left(0)).toBe(0);
    expect(after(50, 50).isSlow).toBe(false);
    expect(after(50, 50).left(1000)).toBe(0);
  });

  it('the machine is left alone after slow ones', () => {
    expect(after(51, 51).isSlow).toBe(true);
    expect(after(100, 100).left(1000)).toBe(300);
    expect(after(100, 100).left(1250)).toBe(50);
    expect(after(100, 100).left(1300)).toBe(0);
  });

  it('nobody waits for more than a second', () => {
    expect(after(4000, 4000).left(1000)).toBe(1000);
  });

  it('a single slow one does not count', () => {
    expect(after(200).isSlow).toBe(false);
    expect(after(200, 10, 200).isSlow).toBe(false);
    expect(after(10, 100, 200).left(1000)).toBe(300);
  });
});
