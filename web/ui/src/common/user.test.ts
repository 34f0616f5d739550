import { describe, expect, it } from 'vitest';
import { mayWithCases, pagesOf, seesCity } from './user';

describe('the menu', () => {
  it('gives companies and squads what is their own', () => {
    expect(pagesOf('OFFICER')).toEqual(['cases']);
    expect(pagesOf('DISPATCHER')).toEqual(['live', 'playback', 'review', 'cases', 'past', 'sweeping', 'trips']);
  });

  it('begins with the map for all others, and keeps the terminals for those who may see them', () => {
    for (const role of ['SUPERVISOR', 'SANITATION', 'LEADER', 'ADMINISTRATOR', 'AUDITOR'] as const) {
      expect(pagesOf(role)[0]).toBe('live');
      expect(pagesOf(role)).toContain('cases');
      expect(pagesOf(role).includes('terminals')).toBe(role === 'SUPERVISOR' || role === 'ADMINISTRATOR');
    }
  });
});

describe('the rights to cases', () => {
  it('let nobody but an administrator both handle and verify', () => {
    for (const role of ['SUPERVISOR', 'SANITATION', 'DISPATCHER', 'OFFICER', 'LEADER', 'AUDITOR'] as const) {
      expect(mayWithCases(role, 'HANDLE') && mayWithCases(role, 'VERIFY')).toBe(false);
    }
    expect(mayWithCases('ADMINISTRATOR', 'HANDLE') && mayWithCases('ADMINISTRATOR', 'VERIFY')).toBe(true);
    expect(mayWithCases('AUDITOR', 'FILE')).toBe(false);
  });

  it('show the city to all but companies and squads', () => {
    expect(seesCity('DISPATCHER') || seesCity('OFFICER')).toBe(false);
    expect(seesCity('AUDITOR') && seesCity('SANITATION')).toBe(true);
  });
});
