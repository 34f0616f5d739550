import { describe, expect, it } from 'vitest';
import { ApiError } from '../../api/api';
import { en } from '../../i18n/en';
import { zh } from '../../i18n/zh';
import { reasonIn, refusal } from './refusals';

describe('a reason of the server', () => {
  it('is told in the language of the page', () => {
    const error = new ApiError(400, 'bad_parameter', 'columns: plate "鲁Z1" is no vehicle on file');
    expect(refusal(error, zh)).toBe('车牌 "鲁Z1" 没有登记');
    expect(refusal(error, en)).toBe('plate "鲁Z1" is no vehicle on file');
    expect(reasonIn('point 109.1, 36.7 lies outside the city (longitude and latitude swapped?)', zh)).toBe('点 109.1, 36.7 在城市范围之外（经纬度是否颠倒？）');
    expect(reasonIn('kind: unknown kind "CASTLE"; known: [SITE]', zh)).toBe('类型 "CASTLE" 不认识');
  });

  it('stays as it came where nobody has put it into Chinese', () => {
    expect(reasonIn('something new', zh)).toBe('something new');
  });

  it('says of a version that is too old what to do', () => {
    expect(refusal(new ApiError(409, 'stale', 'P1 is at version 3, not 2'), zh)).toBe(zh.plan.stale);
  });
});
