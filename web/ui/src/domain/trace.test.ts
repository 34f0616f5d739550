import { expect, test } from 'vitest';
import { conditionName, conditionValue } from './trace';

test('names conditions in Chinese and keeps their numbers', () => {
  expect(conditionName('travelled ≥ 100.0 m', 'zh')).toBe('敞开行驶距离 ≥ 100.0 m');
  expect(conditionName('farther than corr from 2 routes', 'zh')).toBe('偏离全部 2 条核准路线');
});

test('names what waybills, plates and gaps are held against', () => {
  expect(conditionName('no trip within 60 min', 'zh')).toBe('扫码前后 60 分钟内没有出车');
  expect(conditionName('gap 2, trip T-17', 'zh')).toBe('第 2 次失联，趟次 T-17');
  expect(conditionValue('K1 2026-11-22T13:10:21Z, track not there', 'zh')).toBe('K1 21:10:21，轨迹不在此');
});

test('keeps a condition that it does not know, and English as it is', () => {
  expect(conditionName('a new condition', 'zh')).toBe('a new condition');
  expect(conditionName('mean speed', 'en')).toBe('mean speed');
});

test('shows moments by the clock of the city in both languages', () => {
  const lifted = '2026-11-22T13:10:21Z to 2026-11-22T13:10:51Z';
  expect(conditionValue(lifted, 'zh')).toBe('21:10:21 至 21:10:51');
  expect(conditionValue(lifted, 'en')).toBe('21:10:21 to 21:10:51');
});

test('translates states', () => {
  expect(conditionValue('OPEN', 'zh')).toBe('敞开');
  expect(conditionValue('[DailyHours[from=22:00, to=05:00]]', 'zh')).toBe('[22:00–05:00]');
});

test.each([
  ['BRUSH ON', '扫盘开启'],
  ['PUMP OFF, healthy', '水泵关闭，传感器正常'],
  ['bit 8 main power cut', '第 8 位：主电源断电'],
  ['35 m from the gate', '距卡口 35 m'],
  ['7 of 120 fixes', '7 / 120 个定位点'],
  ['none in force', '没有生效的'],
  ['D-17 since 2026-11-22T13:10:21Z', 'D-17，自 21:10:21'],
  ['no exemption, no gap near the point', '无豁免，收集点附近无失联'],
])('leaves no English in what was found: %s', (english, chinese) => {
  expect(conditionValue(english, 'zh')).toBe(chinese);
});
