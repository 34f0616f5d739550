import { describe, expect, it } from 'vitest';
import { workOf } from './work';

describe('the reason of an alert about a road', () => {
  it('is an operation and a side', () => {
    expect(workOf('SWEEP REV')).toEqual({ op: 'SWEEP', side: 'REV' });
    expect(workOf('FLUSH FWD')).toEqual({ op: 'FLUSH', side: 'FWD' });
  });

  it('is told from the reasons of others', () => {
    for (const reason of ['', 'weather', 'SWEEP', 'SWEEP BOTH', 'SWEEP FWD x']) expect(workOf(reason)).toBeNull();
  });
});
