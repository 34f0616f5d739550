import { describe, expect, it } from 'vitest';
import type { PacketAnnotation, PacketRow } from '../../api/terminalTypes';
import { chineseDetail, chineseName, chineseValue, groups, lastName } from './fields';
import { dumpLines, errorsBehind, isWrong, moved, range, rowOfByte } from './packet';

const row = (from: number, to: number, detail = false): PacketRow => ({
  section: 'BODY', from, to, wireFrom: from, wireTo: to, hex: '', detail, bits: '', path: 'x', value: '', unit: '',
});
const rows = [row(0, 2), row(2, 4), row(2, 4, true), row(4, 10)];
const packet = (errors: PacketAnnotation['errors']): PacketAnnotation => ({
  ok: false, joined: false, message: { id: '', name: '', title: '', clause: '', version: '' }, hex: '', rows, readings: [], deviations: [], errors,
});
const error = (from: number, to: number) => ({ error: 'length', detail: '', from, to });

describe('the bytes of a packet', () => {
  it('stand in lines of sixteen', () => {
    const lines = dumpLines('ab'.repeat(17));
    expect(lines.map((line) => [line.offset, line.bytes.length])).toEqual([[0, 16], [16, 1]]);
    expect(dumpLines('')).toEqual([]);
  });

  it('belong to the row that is no detail', () => {
    expect([0, 1, 2, 3, 4, 9, 10].map((at) => rowOfByte(rows, at))).toEqual([0, 0, 1, 1, 3, 3, -1]);
  });

  it('are wrong from the first to the last of an error', () => {
    expect([1, 2, 3, 4].map((at) => isWrong([error(2, 4)], at))).toEqual([false, true, true, false]);
  });
});

describe('errors', () => {
  it('stand once, behind the row that they are in and its details', () => {
    const shown = (at: number) => rows.map((_, i) => errorsBehind(packet([error(at, at)]), i).length);
    expect(shown(0)).toEqual([1, 0, 0, 0]);
    expect(shown(2)).toEqual([0, 0, 1, 0]);
    expect(shown(3)).toEqual([0, 0, 1, 0]);
    expect(shown(4)).toEqual([0, 0, 0, 1]);
    expect(shown(10)).toEqual([0, 0, 0, 1]);
  });
});

describe('offsets', () => {
  it('are written as people count', () => {
    expect(range(4, 5)).toBe('4');
    expect(range(4, 10)).toBe('4–9');
  });

  it('move on the wire behind an escape, and around one', () => {
    expect(moved(row(1, 2))).toBe(false);
    expect(moved({ ...row(1, 2), wireTo: 3 })).toBe(true);
  });
});

describe('what is wrong', () => {
  it('is said in Chinese with its figures, and as the server says it otherwise', () => {
    expect(chineseDetail('expected 0xAF, found 0xBE')).toBe('应为 0xAF，实为 0xBE');
    expect(chineseDetail('field of 4 bytes, 2 left')).toBe('字段需要 4 字节，只剩 2 字节');
    expect(chineseDetail('3 items for a count of 9')).toBe('3 items for a count of 9');
  });
});

describe('names of fields', () => {
  it('are the standard’s, the longest end of the path first', () => {
    expect(chineseName('0x0200', 'direction')).toBe('方向');
    expect(chineseName('0x0200', 'items[3].direction')).toBe('进出方向');
    expect(chineseName('0x0704', 'reports[0].items[2].mileage')).toBe('里程');
    expect(chineseName('0x0704', 'reports[0].length')).toBe('位置数据体长度');
    expect(chineseName('0x0200', 'alarms.OVERSPEED')).toBe('超速报警');
    expect(chineseName('0x0704', 'reports[1].status.BEIDOU')).toBe('使用北斗定位');
    expect(chineseName('0x0801', 'event')).toBe('事件项编码');
    expect(chineseName('0x0800', 'event')).toBeNull();
  });

  it('fall back to the last name of the path', () => {
    expect(chineseName('0x9101', 'tcpPort')).toBeNull();
    expect(lastName('areas[0].points[1].tcpPort')).toBe('tcpPort');
    expect(groups('reports[0].items[2].id')).toEqual(['reports[0]', 'items[2]']);
  });

  it('come with what a code means', () => {
    expect(chineseValue('0x8001', 'result', '4')).toBe('报警处理确认');
    expect(chineseValue('0x0001', 'result', '4')).toBeNull();
    expect(chineseValue('0x0100', 'plateColor', '2')).toBe('黄色');
    expect(chineseValue('0x0704', 'reports[0].items[1].id', '0x2a')).toBe('IO 状态');
    expect(chineseValue('0x0200', 'items[1].id', '0xf3')).toBeNull();
  });
});
