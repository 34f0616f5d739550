import { describe, expect, it } from 'vitest';
import { zh } from '../i18n/zh';
import { changedValue } from './revision';

describe('a changed value', () => {
  it('is said in words where there are words for it', () => {
    expect(changedValue('status', 'RETRACTED', zh)).toBe(zh.status.RETRACTED);
    expect(changedValue('severity', 3, zh)).toBe(zh.severity[3]);
    expect(changedValue('reason', 'late_data', zh)).toBe('补传数据');
    expect(changedValue('reason', 'unheard_of', zh)).toBe('unheard_of');
  });

  it('is a short number, and a place to the metre', () => {
    expect(changedValue('measured', 71.23456, zh)).toBe('71.23');
    expect(changedValue('lon', 119.1234567, zh)).toBe('119.12346');
  });

  it('is a dash where there is none', () => {
    expect(changedValue('end', null, zh)).toBe('—');
    expect(changedValue('segmentIds', ['S1', 'S2'], zh)).toBe('S1、S2');
  });
});
