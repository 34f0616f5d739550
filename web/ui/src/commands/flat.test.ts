import { describe, expect, it } from 'vitest';
import { flat } from './flat';

describe('a decoded message', () => {
  it('is told by the paths of its fields', () => {
    const body = { result: 0, replyMessageId: 0x8300, mediaIds: [1, 2], location: { status: [], items: [{ id: '0x01' }, { id: '0x31' }], load: null } };
    expect(flat(body)).toEqual([
      ['result', '0'],
      ['replyMessageId', '0x8300'],
      ['mediaIds', '1, 2'],
      ['location.status', '—'],
      ['location.items[0].id', '0x01'],
      ['location.items[1].id', '0x31'],
      ['location.load', '—'],
    ]);
  });
});
