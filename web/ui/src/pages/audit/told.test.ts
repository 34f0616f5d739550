import { describe, expect, it } from 'vitest';
import { en } from '../../i18n/en';
import { zh } from '../../i18n/zh';
import { detailText, objectCode, objectText } from './told';

describe('the object of a line', () => {
  it.each([
    ['alert/16', '报警 16'],
    ['report-run/3', '定稿报表 3'],
    ['table/alerts', '报警表'],
    ['table/unheard', '表 unheard'],
    ['PERMITS/ZY-1', '准运证 ZY-1'],
    ['fleet', '全部车辆'],
    ['chunk/2026-01-01/2026-01-02', 'chunk 2026-01-01/2026-01-02'],
  ])('%s is shown as %s', (object, text) => {
    expect(objectText(object, zh)).toBe(text);
  });

  it('is looked for as it is shown or as it is filed', () => {
    expect(objectCode('报警 16', zh)).toBe('alert/16');
    expect(objectCode('报警16', zh)).toBe('alert/16');
    expect(objectCode('alert/16', zh)).toBe('alert/16');
    expect(objectCode(' 报警表 ', zh)).toBe('table/alerts');
    expect(objectCode('无此类 5', zh)).toBe('无此类 5');
  });

  it('is found in English, whatever its capitals', () => {
    expect(objectCode('alert 16', en)).toBe('alert/16');
    expect(objectCode('Frozen report 3', en)).toBe('report-run/3');
    expect(objectCode('alert/16', en)).toBe('alert/16');
  });

  it('is none where nothing is typed', () => {
    expect(objectCode('  ', zh)).toBeUndefined();
  });
});

describe('the particulars of a line', () => {
  it('have words for keys and codes, and moments of the city', () => {
    const detail = { decision: 'REJECTED', reason: 'gps_drift', grade: '', revision: 2, from: '2026-11-16T16:00:00Z', unheard: 'X' };
    expect(detailText(JSON.stringify(detail), zh)).toBe('结论 已驳回 · 理由 定位漂移 · 修订 2 · 起 2026-11-17 00:00:00 · unheard X');
  });

  it('say whether, and show what has parts as it is filed', () => {
    expect(detailText('{"closed":true,"values":{"t_cov":40}}', zh)).toBe('封闭 是 · 参数 {"t_cov":40}');
  });
});
