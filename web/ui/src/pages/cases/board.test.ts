import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../../api/caseTypes';
import type { User } from '../../api/types';
import { EVERYTHING, OPEN_STAGES, answersFilter, columnsOf, endedColumns, isToReview, levelOf, mostUrgentFirst, neighbour, reviewColumn, type Column } from './board';
import { waitsFor } from './mine';
import { someone } from '../../common/testUser';

const NOON = Date.UTC(2026, 0, 5, 4);
const at = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString();

function row(changes: Partial<CaseRow> = {}): CaseRow {
  return {
    id: 1, type: 'SPILL', title: 'M03 鲁G00001 东风街', lon: 119, lat: 36, foundAt: at(-60), acceptedAt: at(-50), grade: 'B', plate: '鲁G00001', company: '甲公司',
    stage: 'HANDLING', since: at(-40), side: '执法一中队', sideId: 7, extended: false, extension: 'NONE', extra: null, urged: false, sources: 1, version: 3,
    amberAt: at(40), dueAt: at(60), urgeAt: at(90), reviewAt: null, closedAt: null, ...changes,
  };
}

describe('the level of a limit', () => {
  it.each([
    [39, 'calm'], [40, 'amber'], [59, 'amber'], [60, 'due'], [89, 'due'], [90, 'urge'],
  ] as const)('is, %i minutes on, %s', (minutes, level) => {
    expect(levelOf(row(), NOON + minutes * 60_000)).toBe(level);
    if (minutes % 10 === 9) expect(levelOf(row(), NOON + minutes * 60_000 + 59_999)).toBe(level);
  });

  it('is none where no limit runs', () => {
    expect(levelOf(row({ amberAt: null, dueAt: null, urgeAt: null }), NOON)).toBe('none');
  });
});

describe('the order of the cards', () => {
  it('goes by how far the limit has run, then by what was urged, then by its end', () => {
    const calmSoon = row({ id: 1, amberAt: at(5), dueAt: at(10), urgeAt: at(20) });
    const amberLate = row({ id: 2, amberAt: at(-1), dueAt: at(600), urgeAt: at(900) });
    const due = row({ id: 3, amberAt: at(-20), dueAt: at(-10), urgeAt: at(20) });
    const urge = row({ id: 4, amberAt: at(-20), dueAt: at(-10), urgeAt: at(-1) });
    const calmUrged = row({ id: 5, urged: true });
    const ended = row({ id: 6, amberAt: null, dueAt: null, urgeAt: null });
    const ids = mostUrgentFirst([ended, calmSoon, amberLate, calmUrged, due, urge], NOON).map(({ id }) => id);
    expect(ids).toEqual([4, 3, 2, 5, 1, 6]);
  });

  it('changes as the clock goes on', () => {
    const rows = [row({ id: 1 }), row({ id: 2, amberAt: at(50), dueAt: at(55), urgeAt: at(300) })];
    expect(mostUrgentFirst(rows, NOON).map(({ id }) => id)).toEqual([2, 1]);
    expect(mostUrgentFirst(rows, NOON + 100 * 60_000).map(({ id }) => id)).toEqual([1, 2]);
  });
});

describe('the cases without a limit', () => {
  it('stand by stage, latest first', () => {
    const ended = [row({ id: 1, stage: 'CLOSED', since: at(1) }), row({ id: 2, stage: 'CLOSED', since: at(5) }), row({ id: 3, stage: 'ON_LEDGER' }), row({ id: 4, stage: 'CLOSED', since: at(1) })];
    const columns = endedColumns(ended).filter(({ rows }) => rows.length > 0);
    expect(columns.map(({ stage, rows }) => [stage, rows.map(({ id }) => id)])).toEqual([['ON_LEDGER', [3]], ['CLOSED', [2, 4, 1]]]);
  });
});

describe('the filters', () => {
  const isMine = ({ id }: CaseRow) => id === 1;

  it('ask for type, vehicle, what is mine and what is overdue', () => {
    expect(answersFilter(row(), EVERYTHING, isMine, NOON)).toBe(true);
    expect(answersFilter(row(), { ...EVERYTHING, type: 'DUMPING' }, isMine, NOON)).toBe(false);
    expect(answersFilter(row(), { ...EVERYTHING, plate: '鲁G00002' }, isMine, NOON)).toBe(false);
    expect(answersFilter(row({ id: 2 }), { ...EVERYTHING, mine: true }, isMine, NOON)).toBe(false);
    expect(answersFilter(row(), { ...EVERYTHING, mine: true, type: 'SPILL', plate: '鲁G00001' }, isMine, NOON)).toBe(true);
    expect(answersFilter(row(), { ...EVERYTHING, overdue: true }, isMine, NOON + 59 * 60_000)).toBe(false);
    expect(answersFilter(row(), { ...EVERYTHING, overdue: true }, isMine, NOON + 60 * 60_000)).toBe(true);
    expect(answersFilter(row(), { ...EVERYTHING, overdue: true }, isMine, NOON + 200 * 60_000)).toBe(true);
  });

  it('ask for what waits for somebody to decide on more time', () => {
    expect(answersFilter(row({ extension: 'ASKED' }), { ...EVERYTHING, asked: true }, isMine, NOON)).toBe(true);
    expect(answersFilter(row({ extension: 'GRANTED' }), { ...EVERYTHING, asked: true }, isMine, NOON)).toBe(false);
  });
});

describe('the review of the ledger', () => {
  const kept = (id: number, reviewAt: string, changes: Partial<CaseRow> = {}) => row({ id, stage: 'ON_LEDGER', amberAt: null, dueAt: null, urgeAt: null, reviewAt, ...changes });

  it('is due from its moment on', () => {
    expect(isToReview(at(10), NOON + 10 * 60_000 - 1)).toBe(false);
    expect(isToReview(at(10), NOON + 10 * 60_000)).toBe(true);
  });

  it('has a column of its own, the longest due first', () => {
    const rows = [kept(1, at(5)), kept(2, at(-5)), kept(3, at(-9), { type: 'WATER' })];
    expect(reviewColumn(rows, EVERYTHING).rows.map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(reviewColumn(rows, { ...EVERYTHING, type: 'WATER' })).toEqual({ stage: 'ON_LEDGER', rows: [rows[2]] });
  });
});

describe('what waits for whom', () => {
  const RIGHTS: Partial<Record<User['role'], User['permissions']>> = {
    SUPERVISOR: ['FILE', 'DISPATCH', 'VERIFY'],
    SANITATION: ['FILE', 'DISPATCH_SANITATION', 'HANDLE'],
    OFFICER: ['HANDLE'],
    DISPATCHER: ['HANDLE'],
    ADMINISTRATOR: ['ADMINISTER', 'PLAN', 'PROPOSE'],
  };
  const user = (role: User['role'], company: string | null = null): User => someone(role, RIGHTS[role] ?? [], company);

  it('follows the stage and the rights of the role', () => {
    expect(waitsFor(user('SUPERVISOR'), row({ stage: 'ACCEPTED' }))).toBe(true);
    expect(waitsFor(user('SUPERVISOR'), row({ stage: 'HANDLING' }))).toBe(false);
    expect(waitsFor(user('SUPERVISOR'), row({ stage: 'FEEDBACK' }))).toBe(true);
    expect(waitsFor(user('SANITATION'), row({ stage: 'VERIFYING' }))).toBe(false);
    for (const type of ['SPILL', 'POINT', 'CLEANING', 'LITTER'] as const) expect(waitsFor(user('SANITATION'), row({ stage: 'FILED', type })), type).toBe(true);
    for (const type of ['DUMPING', 'VIOLATION', 'DEVICE', 'WATER'] as const) expect(waitsFor(user('SANITATION'), row({ stage: 'FILED', type })), type).toBe(false);
    expect(waitsFor(user('SUPERVISOR'), row({ stage: 'FILED', type: 'DUMPING' }))).toBe(true);
    expect(waitsFor(user('SANITATION'), row({ stage: 'HANDLING' }))).toBe(true);
    expect(waitsFor(user('LEADER'), row({ stage: 'ACCEPTED' }))).toBe(false);
    expect(waitsFor(user('SUPERVISOR'), row({ stage: 'CLOSED' }))).toBe(false);
    expect(waitsFor(user('ADMINISTRATOR'), row({ stage: 'ACCEPTED' }))).toBe(false);
  });

  it('is for the supervisors what somebody asks more time for', () => {
    expect(waitsFor(user('SUPERVISOR'), row({ extension: 'ASKED' }))).toBe(true);
    expect(waitsFor(user('SUPERVISOR'), row({ extension: 'REFUSED' }))).toBe(false);
    expect(waitsFor(user('OFFICER', '执法二中队'), row({ extension: 'ASKED' }))).toBe(false);
  });

  it('is for squads and companies what is dispatched to them', () => {
    expect(waitsFor(user('OFFICER', '执法一中队'), row())).toBe(true);
    expect(waitsFor(user('OFFICER', '执法二中队'), row())).toBe(false);
    expect(waitsFor(user('DISPATCHER', '甲公司'), row())).toBe(false);
    expect(waitsFor(user('DISPATCHER', ''), row({ side: '', stage: 'DISPATCHED' }))).toBe(false);
  });

  it('is for the supervisors of a district what their district is told of', () => {
    for (const stage of ['ACCEPTED', 'FILED', 'FEEDBACK', 'VERIFYING'] as const) {
      expect(waitsFor(user('SUPERVISOR', '东区'), row({ stage, side: '' }))).toBe(true);
    }
    expect(waitsFor(user('SUPERVISOR', '东区'), row({ stage: 'HANDLING' }))).toBe(false);
    expect(waitsFor(user('SANITATION', '东区'), row({ stage: 'HANDLING' }))).toBe(false);
    expect(waitsFor(user('SANITATION', '东区'), row({ stage: 'HANDLING', side: '东区' }))).toBe(true);
  });
});

describe('the keys', () => {
  const columns: Column[] = columnsOf(OPEN_STAGES, [
    row({ id: 1, stage: 'ACCEPTED' }), row({ id: 2, stage: 'ACCEPTED' }), row({ id: 3, stage: 'ACCEPTED' }), row({ id: 4, stage: 'HANDLING' }), row({ id: 5, stage: 'HANDLING' }),
  ], NOON);

  it('walk down the columns and stop at the ends', () => {
    expect(neighbour(columns, null, 'down')).toBe(1);
    expect(neighbour(columns, 1, 'down')).toBe(2);
    expect(neighbour(columns, 3, 'down')).toBe(4);
    expect(neighbour(columns, 5, 'down')).toBe(5);
    expect(neighbour(columns, 4, 'up')).toBe(3);
    expect(neighbour(columns, 1, 'up')).toBe(1);
  });

  it('go over to the next column that has any card', () => {
    expect(neighbour(columns, 2, 'right')).toBe(5);
    expect(neighbour(columns, 3, 'right')).toBe(5);
    expect(neighbour(columns, 5, 'left')).toBe(2);
    expect(neighbour(columns, 5, 'right')).toBe(5);
    expect(neighbour(columns, 99, 'up')).toBe(1);
    expect(neighbour([], 1, 'down')).toBe(null);
  });
});
