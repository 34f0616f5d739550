import { describe, expect, it } from 'vitest';
import { inTab, matches, octant } from './fleet';

describe('the tabs', () => {
  it('count an alarm as online', () => {
    expect(inTab('ALARM', 'online')).toBe(true);
    expect(inTab('OFFLINE', 'online')).toBe(false);
    expect(inTab('MOVING', 'alarm')).toBe(false);
  });
});

describe('the search', () => {
  it('ignores case, blanks and the middle dot', () => {
    expect(matches('鲁G·A1234', 'ga12')).toBe(true);
    expect(matches('鲁GA1234', '鲁g a1234')).toBe(true);
    expect(matches('鲁GA1234', 'B')).toBe(false);
  });
});

describe('the heading', () => {
  it('changes words half way between two of them', () => {
    expect([0, 22, 23, 359, 338, 337].map(octant)).toEqual([0, 0, 1, 0, 0, 7]);
  });
});
