import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../api/api';
import { en } from '../../../i18n/en';
import { zh } from '../../../i18n/zh';
import { overtaken, refused } from './refused';

const conflict = (code: string) => new ApiError(409, code, 'Z1 is at version 1, not 0');

describe('a refusal of a request for a permit', () => {
  it('says to a company what it may do, and another to who decides', () => {
    expect(refused(conflict('taken_id'), zh, false)).toBe('证号已被占用，请换号重新申报');
    expect(refused(conflict('taken_id'), zh, true)).toBe('证号已被占用，不能采纳：应予退回，由企业换号重新申报');
    for (const t of [zh, en]) {
      for (const code of ['stale', 'taken_id']) expect(refused(conflict(code), t, true)).not.toBe(refused(conflict(code), t, false));
      expect(refused(conflict('own'), t, true)).toBe(t.permitRequests.undecided.own);
      expect(refused(conflict('decided'), t, false)).toBe(refused(conflict('decided'), t, true));
    }
  });

  it('says what the server says where the page has no words', () => {
    expect(refused(new ApiError(409, 'refused_edit', 'the permit has run out: issue another one'), zh, true)).toBe('准运证已过期：请换发新证');
  });

  it('tells a number that is taken from a permit that was changed', () => {
    expect(overtaken({ seen: 0 }, zh, true)).toBe('证号已被占用，不能采纳：请撤回后换号重新申报');
    expect(overtaken({ seen: 1 }, zh, true)).toBe('申报后该准运证已被修改，不能采纳：请撤回后按最新内容重新申报');
    expect(overtaken({ seen: 0 }, zh, false)).toBe(zh.permitRequests.undecided.taken_id);
    expect(overtaken({ seen: 1 }, zh, false)).toBe(zh.permitRequests.undecided.stale);
  });
});
