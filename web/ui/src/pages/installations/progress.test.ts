import { describe, expect, it } from 'vitest';
import type { InstallationPhoto } from '../../api/installationTypes';
import { newestOf, percentText } from './progress';

const photo = (id: string, kind: InstallationPhoto['kind']): InstallationPhoto => ({ id, kind, by: 'x', takenAt: '2026-11-18T04:00:00Z', lon: 0, lat: 0, url: '' });

describe('an installation', () => {
  it('shows of each kind the photo that was taken last', () => {
    const newest = newestOf([photo('1', 'SEAL'), photo('2', 'PLATE'), photo('3', 'SEAL')]);
    expect(newest.get('SEAL')?.id).toBe('3');
    expect(newest.size).toBe(2);
  });

  it('tells no error as smaller than it is', () => {
    expect(percentText(0.1)).toBe('10.0%');
    expect(percentText(0.1001)).toBe('10.1%');
    expect(percentText(0)).toBe('0.0%');
  });
});
