import { describe, expect, it } from 'vitest';
import { packetOf } from './sample';

describe('a sample for the inspector', () => {
  it('becomes a packet of its message', () => {
    expect(packetOf({ kind: 'MESSAGE', id: '0x0f01', length: null }, '0102')).toBe('7e0f01000200000000000000000102' + '0f7e');
  });

  it('has its marks escaped, in the checksum too', () => {
    expect(packetOf({ kind: 'MESSAGE', id: '0x0000', length: null }, '7e')).toBe('7e0000000100000000000000007d027f7e');
    expect(packetOf({ kind: 'MESSAGE', id: '0x0000', length: null }, '7c')).toBe('7e0000000100000000000000007c7d017e');
  });

  it('stands behind a location where it is an item', () => {
    const packet = packetOf({ kind: 'ITEM', id: '0x57', length: 2 }, 'abcd');
    expect(packet).toMatch(/^7e02000020.*5702abcd..7e$/);
  });

  it('is no packet where its end was cut off or where there are no bytes', () => {
    expect(packetOf({ kind: 'ITEM', id: '0x57', length: 80 }, 'ab'.repeat(64))).toBeNull();
    expect(packetOf({ kind: 'DEVIATION', id: '', length: null }, '')).toBeNull();
    expect(packetOf({ kind: 'TRAILING', id: '0x0200', length: null }, '00')).toBeNull();
  });
});
