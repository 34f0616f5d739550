import { describe, expect, it } from 'vitest';
import type { PlanItem } from '../../api/planTypes';
import { zh } from '../../i18n/zh';
import type { Plan } from './usePlan';
import { itemLine, itemTitle, shownText } from './words';

const plan = { nameOf: (id: string) => id, roadOf: (id: string) => (id === 'S1' ? '甲路' : ''), sideOf: (id: string, side: string) => `${id} ${side}` } as unknown as Plan;
const line = (columns: Record<string, string>): PlanItem => ({
  id: 'Q1', version: 1, origin: 'PAGE', geometry: null, since: null, until: null, counted: true, recordedAt: null, by: '', reason: '',
  columns: { requirement_id: 'Q1', op: 'SWEEP', passes: '2', per: 'DAY', window_from: '04:00', window_to: '08:00', days: '1,2,3,4,5,6,7', contractor: '', ...columns },
});

describe('a line of the plan', () => {
  it('is called by what is done and where', () => {
    expect(itemTitle('requirements', line({ segment_id: 'S1' }), plan, zh)).toBe('机扫 · 甲路');
    expect(itemTitle('requirements', line({ segment_id: 'S2' }), plan, zh)).toBe('机扫 · S2');
    expect(itemTitle('requirements', line({ grade: '1' }), plan, zh)).toBe('机扫 · 全部一级道路');
    expect(itemTitle('requirements', line({ grade: 'LANE' }), plan, zh)).toBe('机扫 · 全部背街小巷');
  });

  it('tells how often, when and for whom, and its days where they are not all', () => {
    expect(itemLine('requirements', line({}), plan, zh)).toBe('Q1 · 每天 2 遍 04:00–08:00 · 不限单位 · 长期');
    expect(itemLine('requirements', line({ per: 'WEEK', days: '1,6', contractor: '乙', valid_to: '2026-12-01T00:00:00+08:00' }), plan, zh)).toBe('Q1 · 每周 2 遍 04:00–08:00 周一六 · 乙 · 至 2026-12-01');
  });

  it('shows its columns as people read them', () => {
    expect(shownText('days', '', plan, zh)).toBe('—');
    expect(shownText('days', '6,7', plan, zh)).toBe('周六日');
    expect(shownText('side', 'FWD', plan, zh, { segment_id: 'S1' })).toBe('S1 FWD');
    expect(shownText('contractor', '', plan, zh)).toBe('不限单位');
  });
});
