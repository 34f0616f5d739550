import { describe, expect, it } from 'vitest';
import { filterOf, isEmpty, NOTHING, numberIn, queryOf, searchOf, type CaseSearch } from './search';

const TYPES = ['DUMPING', 'SPILL'];
const STAGES = ['CLOSED', 'NOT_FILED'];
const read = (text: string) => searchOf(new URLSearchParams(text), TYPES, STAGES);

describe('a search of old cases', () => {
  it('is the same after its address was shared', () => {
    const search: CaseSearch = { words: '东风街 泥土', number: '17', plate: '鲁G10001', company: '甲公司', type: 'SPILL', stage: 'CLOSED', from: '2025-01-01', to: '2025-01-31' };
    expect(searchOf(new URLSearchParams(queryOf(search)), TYPES, STAGES)).toEqual(search);
    expect(queryOf(NOTHING)).toEqual({});
    expect(isEmpty(NOTHING)).toBe(true);
    expect(isEmpty(search)).toBe(false);
  });

  it('takes of an address what can be right', () => {
    expect(read('type=WAR&stage=GONE&number=17x&from=yesterday&to=2025-13-41')).toEqual(NOTHING);
    expect(read('type=SPILL&stage=NOT_FILED&number=17&to=2025-12-31')).toEqual({ ...NOTHING, type: 'SPILL', stage: 'NOT_FILED', number: '17', to: '2025-12-31' });
    expect(read('words=%20%20')).toEqual(NOTHING);
  });

  it('means the last day whole, by the days of the city', () => {
    expect(filterOf({ ...NOTHING, from: '2025-01-01', to: '2025-01-01' })).toEqual({ from: '2025-01-01T00:00:00+08:00', to: '2025-01-01T16:00:00.000Z' });
    expect(filterOf({ ...NOTHING, words: '泥土' })).toEqual({ words: '泥土' });
  });

  it('finds the number in what somebody has pasted', () => {
    expect(numberIn('案件 1 702')).toBe('1702');
    expect(numberIn('#9')).toBe('9');
    expect(numberIn('none')).toBe('');
  });
});
