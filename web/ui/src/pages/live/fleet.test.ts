import { describe, expect, it } from 'vitest';
import type { Company, VehicleState } from '../../api/types';
import { inFleet, inTab, matches, membersOf, octant, sameMembers, type Asked, type Fleet } from './fleet';

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

describe('the tree', () => {
  const company = (id: string, plates: string[]): Company => ({
    id,
    name: id,
    total: plates.length,
    online: 0,
    vehicles: plates.map((plate) => ({ plate, kind: 'MUCK_TRUCK', state: 'OFFLINE' })),
  });
  const companies = [company('1', ['A1', 'A2']), company('2', ['B1'])];
  const asked = (changes: Partial<Asked>): Asked => ({ tab: 'all', fleet: 'both', search: '', ...changes });
  const states = (alarms: string[]) => (plate: string): VehicleState => (alarms.includes(plate) ? 'ALARM' : 'MOVING');

  it('leaves out a company of which nobody fits', () => {
    expect(membersOf(companies, states(['A2']), asked({ tab: 'alarm' })).map(({ plates }) => plates)).toEqual([['A2']]);
    expect(membersOf(companies, states([]), asked({ search: 'b' })).map(({ plates }) => plates)).toEqual([['B1']]);
  });

  it('has all of a company whose name is searched for', () => {
    expect(membersOf(companies, states([]), asked({ search: '2' })).map(({ plates }) => plates)).toEqual([['A2'], ['B1']]);
  });

  it('leaves the trucks, or the vehicles of sanitation', () => {
    const mixed: Company = { ...companies[1], vehicles: [{ plate: 'B1', kind: 'MUCK_TRUCK', state: 'OFFLINE' }, { plate: 'B2', kind: 'SWEEPER', state: 'OFFLINE' }] };
    const left = (fleet: Fleet) => membersOf([mixed], states([]), asked({ fleet })).map(({ plates }) => plates);
    expect([left('both'), left('muck'), left('sanitation')]).toEqual([[['B1', 'B2']], [['B1']], [['B2']]]);
    expect(inFleet('COLLECTION_TRUCK', 'sanitation')).toBe(true);
  });

  it('is the same until somebody comes or goes', () => {
    const all = membersOf(companies, states([]), asked({}));
    expect(sameMembers(all, membersOf(companies, states(['A1']), asked({})))).toBe(true);
    const one = membersOf(companies, states(['A1']), asked({ tab: 'alarm' }));
    expect(sameMembers(one, membersOf(companies, states(['A2']), asked({ tab: 'alarm' })))).toBe(false);
    expect(sameMembers(one, membersOf(companies, states(['A1', 'B1']), asked({ tab: 'alarm' })))).toBe(false);
  });
});

describe('the heading', () => {
  it('changes words half way between two of them', () => {
    expect([0, 22, 23, 359, 338, 337].map(octant)).toEqual([0, 0, 1, 0, 0, 7]);
  });
});
