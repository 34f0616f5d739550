import { describe, expect, it } from 'vitest';
import { en } from './en';
import { zh } from './zh';

function keys(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) => keys(child, `${path}.${key}`));
}

function words(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : [];
}

describe('the dictionaries', () => {
  it('have the same keys', () => {
    expect(keys(en).sort()).toEqual(keys(zh).sort());
  });

  it('keep the English free of Chinese, but for the language switch', () => {
    const { bar, ...rest } = en;
    expect(bar.language).toBe('中文');
    expect(words(rest).filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  it('leave no word empty but the severity that does not exist', () => {
    for (const dictionary of [zh, en]) {
      expect(words({ ...dictionary, severity: dictionary.severity.slice(1) })).not.toContain('');
    }
  });
});
