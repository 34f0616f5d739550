import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { summaryOf } from './summary';

describe('a command in a few words', () => {
  it('says what was asked for', () => {
    expect(summaryOf({ kind: 'SNAPSHOT', arguments: {} }, zh)).toBe('通道 1 · 1 张');
    expect(summaryOf({ kind: 'SNAPSHOT', arguments: { channel: 3, count: 2 } }, en)).toBe('Channel 3 · 2 pictures');
    expect(summaryOf({ kind: 'TRACK', arguments: { intervalSeconds: 5 } }, zh)).toBe('5 s / 600 s');
    expect(summaryOf({ kind: 'TRACK', arguments: { intervalSeconds: 0, durationSeconds: 60 } }, zh)).toBe('停止跟踪');
    expect(summaryOf({ kind: 'TEXT', arguments: { text: '减速', speak: true } }, zh)).toBe('减速');
    expect(summaryOf({ kind: 'SEND_AREA', arguments: { placeId: 'P1', name: '城北消纳场' } }, zh)).toBe('城北消纳场');
    expect(summaryOf({ kind: 'RESTART', arguments: {} }, zh)).toBe('');
  });

  it('calls parameters as the reader does', () => {
    const write = { kind: 'WRITE_PARAMETERS', arguments: { parameters: [{ name: 'MAX_SPEED', value: 60 }] } } as const;
    expect(summaryOf(write, zh)).toBe('最高速度 = 60');
    expect(summaryOf(write, en)).toBe('MAX_SPEED = 60');
    expect(summaryOf({ kind: 'READ_PARAMETERS', arguments: {} }, zh)).toBe('全部');
  });
});
