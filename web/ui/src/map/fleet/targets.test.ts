import { describe, expect, it } from 'vitest';
import { CLUSTER, alertOf, alertTarget, hit } from './targets';

describe('what a click finds', () => {
  const targets = Float32Array.from([0, 0, 20, CLUSTER, 30, 0, 10, 7, 35, 0, 10, 8, 100, 100, 5, alertTarget(3)]);

  it('is what reaches there', () => {
    expect(hit(targets, 0, 20)).toBe(CLUSTER);
    expect(hit(targets, 0, 20.1)).toBeNull();
    expect(hit(targets, 22, 0)).toBe(7);
  });

  it('is the uppermost of several', () => {
    expect(hit(targets, 32, 0)).toBe(8);
    expect(hit(targets, 20, 0)).toBe(7);
  });

  it('tells alerts from vehicles and clusters', () => {
    expect(alertOf(hit(targets, 100, 100)!)).toBe(3);
    expect(alertOf(alertTarget(0))).toBe(0);
    expect([alertOf(CLUSTER), alertOf(0), alertOf(7)]).toEqual([null, null, null]);
  });
});
