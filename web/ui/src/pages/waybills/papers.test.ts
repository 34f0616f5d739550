import { describe, expect, it } from 'vitest';
import { nextScan, numberIn } from './papers';

const fresh = { siteId: 'S3', disposalId: 'D2', scanOut: null, scanIn: null };
const left = { ...fresh, scanOut: '2026-11-09T13:12:00Z' };

describe('a waybill', () => {
  it('is scanned out by its site, once', () => {
    expect(nextScan(fresh, 'S3')).toBe('OUT');
    expect(nextScan(left, 'S3')).toBeNull();
  });

  it('is accepted by its ground, whether or not its site has scanned it', () => {
    expect(nextScan(left, 'D2')).toBe('IN');
    expect(nextScan(fresh, 'D2')).toBe('IN');
    expect(nextScan({ ...left, scanIn: left.scanOut }, 'D2')).toBeNull();
  });

  it('is nobody else’s', () => {
    expect(nextScan(fresh, 'S1')).toBeNull();
  });
});

describe('a code', () => {
  it('is the number, or an address that ends with it', () => {
    expect(numberIn(' W-1009-1 ')).toBe('W-1009-1');
    expect(numberIn('https://ld.example/w/W-1009-1')).toBe('W-1009-1');
    expect(numberIn('https://ld.example/q?id=W-1009-1&x=2')).toBe('W-1009-1');
  });
});
