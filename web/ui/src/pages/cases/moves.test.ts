import { describe, expect, it } from 'vitest';
import { ApiError } from '../../api/api';
import type { CaseDetail, CasePhoto, CaseStep, CaseType } from '../../api/caseTypes';
import { zh } from '../../i18n/zh';
import { mayBecomeCase } from '../review/ToCase';
import { NO_ANSWERS, closingOf, inOrder, isAnswered, isBare, isOnward, questionsOf } from './moves';
import { limitText, moveName, span, titleOf, troubleOf } from './words';
import { someone } from '../../common/testUser';

const TAKEN = '2026-01-05T04:00:00Z';
const PHOTO: CasePhoto = { id: 3, by: '队员', sha256: '', size: 1, takenAt: TAKEN, filedAt: TAKEN, lon: 119, lat: 36, url: '', metres: 0, fault: null };
const decided = (culprit: boolean | null): CaseStep => ({ version: 1, move: 'ANSWER', actor: '队员', at: '2026-01-05T04:00:00Z', side: '', culprit, photoId: null, note: '', extra: null });
const of = (type: CaseType, steps: CaseStep[] = [], photos: CasePhoto[] = []): Pick<CaseDetail, 'type' | 'steps' | 'photos'> => ({ type, steps, photos });

describe('the closing condition', () => {
  it('of a spill is a fact, too, unless an alert says who did it', () => {
    const sources = (...all: string[]) => ({ sourceList: all.map((source) => ({ source, sourceId: '', foundAt: TAKEN, filedAt: TAKEN, payload: '{}' })) });
    expect(closingOf('SPILL')).toBe('placeOrFact');
    expect(closingOf('SPILL', sources('随手拍'))).toBe('placeOrFact');
    expect(closingOf('SPILL', sources('随手拍', 'alert'))).toBe('place');
    expect(closingOf('CLEANING', sources('alert'))).toBe('fact');
  });
});

describe('the questions of a move', () => {
  it('are none where the button says all', () => {
    for (const move of ['FILE', 'BEGIN', 'VERIFY', 'TAKE_FROM_LEDGER'] as const) {
      expect(isBare(move)).toBe(true);
      expect(questionsOf(move, of('DUMPING', [], [PHOTO]))).toEqual({ note: 'no', side: 'no', culprit: 'no', photo: 'no', more: 'no' });
    }
  });

  it('ask for words wherever the server demands them', () => {
    for (const move of ['REFUSE', 'RETURN', 'ANSWER', 'REWORK', 'EXTEND', 'REFUSE_EXTENSION', 'PUT_ON_LEDGER', 'KEEP_ON_LEDGER', 'TRANSFER', 'URGE', 'APPEAL', 'REJECT_APPEAL', 'UPHOLD_APPEAL'] as const) {
      const questions = questionsOf(move, of('OTHER'));
      expect(questions.note).toBe('must');
      expect(isAnswered(questions, NO_ANSWERS)).toBe(false);
      expect(isAnswered(questions, { ...NO_ANSWERS, note: ' \n' })).toBe(false);
      expect(isAnswered(questions, { ...NO_ANSWERS, note: '理由' })).toBe(true);
    }
  });

  it('ask how much longer beside why', () => {
    const questions = questionsOf('ASK_EXTENSION', of('LITTER'));
    expect(isAnswered(questions, { ...NO_ANSWERS, note: '下雨' })).toBe(false);
    expect(isAnswered(questions, { ...NO_ANSWERS, more: 2 })).toBe(false);
    expect(isAnswered(questions, { ...NO_ANSWERS, note: '下雨', more: 2 })).toBe(true);
    expect(questionsOf('EXTEND', of('LITTER')).more).toBe('no');
  });

  it('ask a dispatch for its side, words or not', () => {
    const questions = questionsOf('DISPATCH', of('SPILL'));
    expect(isAnswered(questions, { ...NO_ANSWERS, note: '请速办' })).toBe(false);
    expect(isAnswered(questions, { ...NO_ANSWERS, sideId: 4 })).toBe(true);
  });

  it('ask for the vehicle where the type turns on it and nobody has decided', () => {
    expect(questionsOf('CLOSE', of('DUMPING')).culprit).toBe('must');
    expect(questionsOf('CLOSE', of('LOST_LOAD', [decided(null)])).culprit).toBe('must');
    expect(questionsOf('CLOSE', of('LOST_LOAD', [decided(false)])).culprit).toBe('no');
    expect(questionsOf('CLOSE', of('SPILL')).culprit).toBe('no');
    expect(questionsOf('ANSWER', of('DUMPING')).culprit).toBe('may');
    expect(isAnswered(questionsOf('CLOSE', of('DUMPING')), { ...NO_ANSWERS, culprit: false })).toBe(true);
    expect(isAnswered(questionsOf('CLOSE', of('DUMPING')), NO_ANSWERS)).toBe(false);
  });

  it('offer the photos that are there', () => {
    expect(questionsOf('ANSWER', of('SPILL', [], [PHOTO])).photo).toBe('may');
    expect(questionsOf('CLOSE', of('SPILL')).photo).toBe('no');
    expect(questionsOf('REWORK', of('SPILL', [], [PHOTO])).photo).toBe('no');
  });
});

describe('the buttons', () => {
  it('begin with what leads on, which a second dispatch does not', () => {
    expect(inOrder({ stage: 'FILED', moves: ['TRANSFER', 'DISPATCH'] })).toEqual(['DISPATCH', 'TRANSFER']);
    expect(inOrder({ stage: 'DISPATCHED', moves: ['DISPATCH', 'RETURN', 'BEGIN'] })).toEqual(['BEGIN', 'DISPATCH', 'RETURN']);
    expect(isOnward('DISPATCH', 'FILED')).toBe(true);
    expect(isOnward('DISPATCH', 'DISPATCHED')).toBe(false);
  });
});

describe('the words', () => {
  it('count a limit to the second, and to the minute over days', () => {
    expect(span(3_599_000, zh)).toBe('0:59:59');
    expect(span(24 * 3_600_000 - 1000, zh)).toBe('23:59:59');
    expect(span(24 * 3_600_000, zh)).toBe('1 天 0:00');
    expect(span(49.5 * 3_600_000 + 59_000, zh)).toBe('2 天 1:30');
  });

  it('name the rule and leave out the plate', () => {
    expect(titleOf({ title: 'M03 鲁G00001 东风街', plate: '鲁G00001' }, zh)).toBe('未密闭运输 · 东风街');
    expect(titleOf({ title: 'M03 鲁G00001 ', plate: '鲁G00001' }, zh)).toBe('未密闭运输');
    expect(titleOf({ title: '井盖破损 北海路', plate: '' }, zh)).toBe('井盖破损 · 北海路');
  });

  it('name a limit with its unit', () => {
    expect(limitText({ amount: 2.5, unit: 'WORKING_HOUR' }, zh)).toBe('2.5 工作时');
    expect(limitText({ amount: 0.25, unit: 'CLOCK_HOUR' }, zh)).toBe('0.25 紧急工作时');
  });

  it('call a second dispatch by its name', () => {
    expect(moveName('DISPATCH', 'FILED', zh)).toBe('派遣');
    expect(moveName('DISPATCH', 'DISPATCHED', zh)).toBe('改派');
  });

  it('explain every refusal', () => {
    const told = (code: string, status = 409) => troubleOf(new ApiError(status, code, 'server text'), { type: 'SPILL' }, zh);
    for (const code of ['four_eyes', 'stage', 'note', 'extended', 'asked', 'not_asked', 'length', 'too_late', 'side', 'person', 'appeal']) {
      expect(told(`refused_${code}`)).toMatch(/[\u4e00-\u9fff]{4}/);
    }
    expect(told('refused_closing')).toContain(zh.cases.closing.place);
    expect(told('stale')).toBe(zh.cases.stale);
    expect(told('forbidden', 403)).toBe(zh.cases.refused.forbidden);
    expect(told('parameter', 400)).toBe('server text');
  });
});

describe('an alert', () => {
  const filer = someone('SUPERVISOR', ['FILE']);
  const review = (decision: 'CONFIRMED' | 'REJECTED') => ({ decision, reason: '', note: '', user: 'u', at: '', grade: '' as const });

  it('becomes a case when it was confirmed, or at once where two sources agree', () => {
    expect(mayBecomeCase({ grade: 'B', review: null }, filer)).toBe(false);
    expect(mayBecomeCase({ grade: 'A', review: null }, filer)).toBe(true);
    expect(mayBecomeCase({ grade: 'B', review: review('CONFIRMED') }, filer)).toBe(true);
    expect(mayBecomeCase({ grade: 'A', review: review('REJECTED') }, filer)).toBe(false);
    expect(mayBecomeCase({ grade: 'A', review: review('CONFIRMED') }, someone('LEADER', ['SUPERVISE']))).toBe(false);
  });
});
