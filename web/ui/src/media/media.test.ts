import { describe, expect, it } from 'vitest';
import type { Media } from '../api/terminalTypes';
import { fileSize, offset, shownAs } from './media';

describe('media', () => {
  it('stand before or after the alert that they belong to', () => {
    const start = Date.UTC(2026, 0, 1, 12);
    expect(offset(start + 12_000, start)).toBe('+00:12');
    expect(offset(start, start)).toBe('+00:00');
    expect(offset(start - 90_000, start)).toBe('−01:30');
    expect(offset(start + 3_599_000, start)).toBe('+59:59');
    expect(offset(start + 3_723_000, start)).toBe('+1:02:03');
  });

  it('are shown where a browser can, and else saved', () => {
    const shown = (contentType: string) => shownAs({ contentType } as Media);
    expect(['image/jpeg', 'image/png'].map(shown)).toEqual(['image', 'image']);
    expect(['audio/mpeg', 'video/mp4'].map(shown)).toEqual(['audio', 'video']);
    expect(['image/tiff', 'video/x-ms-wmv', 'application/octet-stream', 'text/plain; charset=utf-8'].map(shown)).toEqual(['file', 'file', 'file', 'file']);
  });

  it('have a size that people can read', () => {
    expect([1023, 1024, 1_048_575, 1_048_576].map(fileSize)).toEqual(['1023 B', '1 KB', '1024 KB', '1.0 MB']);
  });
});
