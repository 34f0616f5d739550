import { describe, expect, it } from 'vitest';
import { amapLink, geoLink, metresBetween } from './navigation';

describe('the ways to a case', () => {
  it('name the place in the datum that each takes', () => {
    expect(geoLink(119.1, 36.7, '遗撒')).toBe('geo:36.700000,119.100000?q=36.700000,119.100000(%E9%81%97%E6%92%92)');
    const amap = new URL(amapLink({ lon: 119.106, lat: 36.701 }, '遗撒'));
    expect(amap.searchParams.get('to')).toBe('119.106000,36.701000,遗撒');
    expect(amap.searchParams.get('coordinate')).toBe('gaode');
  });

  it('are measured in metres', () => {
    expect(metresBetween({ lon: 119.1, lat: 36.7 }, { lon: 119.1, lat: 36.701 })).toBeCloseTo(111.2, 0);
    expect(metresBetween({ lon: 119.1, lat: 36.7 }, { lon: 119.101, lat: 36.7 })).toBeCloseTo(89.2, 0);
  });
});
