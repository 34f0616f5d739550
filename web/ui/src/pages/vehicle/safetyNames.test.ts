import { describe, expect, it } from 'vitest';
import source from '../../../../../tracker-protocol/src/main/java/io/qingtu/protocol/message/item/SafetyAlarmType.java?raw';
import { ENGLISH_ALARMS } from './safetyNames';

describe('safety alarms', () => {
  it('have an English name each', () => {
    const titles = [...source.matchAll(/^ {2}[A-Z0-9_]+\(0x\w\w, [^,"]+, "([^"]+)"\)/gm)].map(([, title]) => title);
    expect(titles.length).toBeGreaterThan(40);
    expect(titles.filter((title) => !(title in ENGLISH_ALARMS))).toEqual([]);
  });
});
