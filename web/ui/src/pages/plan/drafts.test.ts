import { expect, test } from 'vitest';
import type { PlanItem } from '../../api/planTypes';
import { onTopOf } from './drafts';

const item = (columns: Record<string, string>): PlanItem => ({
  id: 'S1', version: 1, origin: 'PAGE', columns, geometry: null, since: null, until: null, counted: true, recordedAt: null, by: '', reason: '',
});
const before = item({ name: 'old', kind: 'SITE', hours: '' });

test('takes what the other changed where one had changed nothing', () => {
  const merged = onTopOf(item({ name: 'old', kind: 'PLANT', hours: '' }), before, { ...before.columns, name: 'mine' });
  expect(merged).toEqual({ columns: { name: 'mine', kind: 'PLANT', hours: '' }, theirs: ['kind'] });
});

test('keeps what one has typed where both changed the same, and says so', () => {
  const merged = onTopOf(item({ name: 'theirs', kind: 'SITE', hours: '' }), before, { ...before.columns, name: 'mine' });
  expect(merged).toEqual({ columns: { name: 'mine', kind: 'SITE', hours: '' }, theirs: ['name'] });
});

test('takes a column that the other has filled or emptied', () => {
  const merged = onTopOf(item({ name: '', kind: 'SITE', hours: '21:00-05:00' }), before, before.columns);
  expect(merged).toEqual({ columns: { name: '', kind: 'SITE', hours: '21:00-05:00' }, theirs: ['name', 'hours'] });
});
