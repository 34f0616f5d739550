import { describe, expect, it } from 'vitest';
import { zhDevices } from '../../i18n/zhDevices';
import { lastingText } from './lasting';

const { lasting } = zhDevices.devices;

describe('how long something lasts', () => {
  it('is told in the two units that matter', () => {
    expect(lastingText(3_599_999, lasting)).toBe('59 分钟');
    expect(lastingText(3_600_000, lasting)).toBe('1 小时 0 分');
    expect(lastingText(86_399_999, lasting)).toBe('23 小时 59 分');
    expect(lastingText(86_400_000, lasting)).toBe('1 天 0 小时');
  });

  it('is nothing where a clock runs behind', () => {
    expect(lastingText(-5000, lasting)).toBe('0 分钟');
  });
});
