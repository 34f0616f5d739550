import { expect, it } from 'vitest';
import { toldOf } from './told';

it('tells the words of a source first, then its other fields as they came', () => {
  expect(toldOf('{"depthCm": 35, "text": "东风街有泥土", "tags": ["mud"], "phone": "", "note": null}')).toEqual({
    text: '东风街有泥土',
    fields: [['depthCm', '35'], ['tags', '["mud"]']],
  });
  expect(toldOf('{"description": "井盖没了"}')).toEqual({ text: '井盖没了', fields: [] });
});

it('tells nothing of a source that says nothing, and no number as words', () => {
  expect(toldOf('{}')).toEqual({ text: '', fields: [] });
  expect(toldOf('[1]')).toEqual({ text: '', fields: [] });
  expect(toldOf('{"text": 5}')).toEqual({ text: '', fields: [['text', '5']] });
});
