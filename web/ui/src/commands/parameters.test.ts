import { describe, expect, it } from 'vitest';
import source from '../../../../tracker-protocol/src/main/java/io/qingtu/protocol/message/management/ParameterType.java?raw';
import { PARAMETERS, largest, parameterByName, parameterValue } from './parameters';

describe('parameters of terminals', () => {
  it('are those that the server knows', () => {
    const known = [...source.matchAll(/^ {2}([A-Z0-9_]+)\(0x([0-9A-F]+), (\w+), "([^"]*)", "([^"]*)"/gm)].map(([, name, id, kind, unit, title]) => ({ id: parseInt(id, 16), name, kind, unit, title }));
    expect(known.length).toBeGreaterThan(90);
    expect(PARAMETERS).toEqual(known);
  });

  it('hold no larger number than their bytes', () => {
    expect(['PLATE_COLOR', 'ROLLOVER', 'MAX_SPEED'].map((name) => largest(parameterByName(name)!))).toEqual([255, 65_535, 4_294_967_295]);
  });

  it('are read from bytes', () => {
    expect(parameterValue(0x0029, '0000000a')).toBe('10');
    expect(parameterValue(0x0054, 'ffffffff')).toBe('4294967295');
    expect(parameterValue(0x0083, 'c2b3413132333435')).toBe('鲁A12345');
    expect(parameterValue(0x0013, '31302e302e302e3100ff')).toBe('10.0.0.1');
  });

  it('stay bytes where they are of another length or unknown', () => {
    expect(parameterValue(0x0029, '0a')).toBe('0a');
    expect(parameterValue(0x0032, '16000600')).toBe('16000600');
    expect(parameterValue(0xf000, '01')).toBe('01');
  });
});
