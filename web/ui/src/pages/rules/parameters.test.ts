import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../api/ruleTypes';
import { find, readers, withValue } from './parameters';

const parameter = (name: string, meaning: string, value = 10): Parameter => ({ name, value, initial: value, unit: 's', meaning });
const cover = parameter('t_cov', 'M03 how long it is open');
const load = parameter('conf_min', 'M01, M03 confidence that the truck is loaded');
const machine = parameter('enter_s', 'SM-3 time between the fixes inside');
const plain = parameter('late_s', 'age from which a packet is late');

describe('parameters', () => {
  it('name the rules that read them', () => {
    expect([cover, load, machine, plain].map(readers)).toEqual(['M03', 'M01, M03', 'SM-3', '']);
  });

  it('are found by name, meaning, and what the page calls them', () => {
    const all = [cover, load, machine, plain];
    const none = () => '';
    expect(find(all, '  M03 ', none)).toEqual([cover, load]);
    expect(find(all, 'enter_', none)).toEqual([machine]);
    expect(find(all, '迟到', (one) => (one === plain ? '迟到' : ''))).toEqual([plain]);
    expect(find(all, '', none)).toHaveLength(4);
  });

  it('are tried while their value is another than that in force', () => {
    const tried = withValue({}, cover, 20);
    expect(tried).toEqual({ t_cov: 20 });
    expect(withValue(tried, cover, 10)).toEqual({});
    expect(withValue(tried, cover, null)).toEqual({});
    expect(withValue(tried, load, 0)).toEqual({ t_cov: 20, conf_min: 0 });
  });
});
