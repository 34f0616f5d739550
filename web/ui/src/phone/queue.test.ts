import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/api';
import type { Move } from '../api/caseTypes';
import { nextMoves } from './next';
import { isAppealed, isOnItsWay, sendAll, type Keep, type Line, type QueuedAnswer, type QueuedAppeal, type QueuedItem, type QueuedMove } from './queue';

class Memory implements Keep {
  readonly items = new Map<string, QueuedItem>();

  async all() {
    return structuredClone([...this.items.values()]);
  }

  async put(item: QueuedItem) {
    this.items.set(item.id, structuredClone(item));
  }

  states() {
    return [...this.items.values()].map(({ state }) => state);
  }
}

/** A server that answers what it is told to, and writes down what it has taken. */
class Server implements Line {
  readonly heard: string[] = [];
  readonly failures: unknown[] = [];
  now = { version: 0, moves: ['BEGIN', 'ANSWER'] as Move[] };

  private hear(what: string) {
    this.heard.push(what);
    const failure = this.failures.shift();
    if (failure) throw failure;
  }

  async addPhoto(caseId: number, { clientId }: { clientId: string }) {
    this.hear(`photo ${caseId} ${clientId}`);
    return { id: 7 };
  }

  async move({ id, version, photo }: QueuedMove) {
    this.hear(`move ${id} at ${version}${photo ? ` with ${photo.photoId}` : ''}`);
  }

  async addNoticePhoto(noticeId: number, { clientId }: { clientId: string }) {
    this.hear(`photo ${clientId} for notice ${noticeId}`);
  }

  async answer({ id, noticeId }: QueuedAnswer) {
    this.hear(`answer ${id} to notice ${noticeId}`);
  }

  async addAppealPhoto(alertId: string, { clientId }: { clientId: string }) {
    this.hear(`photo ${clientId} for alert ${alertId}`);
  }

  async appeal({ id, alertId }: QueuedAppeal) {
    this.hear(`appeal ${id} against alert ${alertId}`);
  }

  async look() {
    return this.now;
  }
}

const NO_LINE = new TypeError('Failed to fetch');
const refusal = (status: number, code: string) => new ApiError(status, code, `because of ${code}`);
const send = (keep: Keep, line: Line) => sendAll(keep, line, 'zhifa1', () => 1);

function item(id: string, order: number, more: Partial<QueuedMove> = {}): QueuedMove {
  return { id, order, login: 'zhifa1', caseId: 1, move: 'ANSWER', version: 3, note: '已清理', more: null, photo: null, state: 'waiting', code: '', reason: '', at: 0, ...more };
}

const PHOTO = { clientId: 'p1', picture: new Blob(['x']), takenAt: '', lon: 0, lat: 0, photoId: null };

const answer = (id: string, order: number, photos: string[]): QueuedAnswer => ({
  id, order, login: 'zhifa1', noticeId: 9, plate: '鲁G10001', note: '已更换', state: 'waiting', code: '', reason: '', at: 0,
  photos: photos.map((clientId) => ({ ...PHOTO, clientId })),
});

const appeal = (id: string, order: number, photos: string[]): QueuedAppeal => {
  const { noticeId: _, ...told } = answer(id, order, photos);
  return { ...told, alertId: '5' };
};

async function kept(...items: QueuedItem[]): Promise<Memory> {
  const keep = new Memory();
  for (const one of items) await keep.put(one);
  return keep;
}

describe('what waits on a phone', () => {
  it('is sent in the order in which it was made', async () => {
    const keep = await kept(item('b', 2), item('a', 1));
    const line = new Server();
    expect(await send(keep, line)).toBeNull();
    expect(line.heard).toEqual(['move a at 3', 'move b at 3']);
    expect(keep.states()).toEqual(['sent', 'sent']);
    await send(keep, line);
    expect(line.heard).toHaveLength(2);
  });

  it('stays as it is without a line, and nothing after it is tried', async () => {
    for (const failure of [NO_LINE, refusal(503, 'internal'), refusal(401, 'unauthorised'), refusal(429, 'too_many')]) {
      const keep = await kept(item('a', 1), item('b', 2));
      const line = new Server();
      line.failures.push(failure);
      expect(await send(keep, line)).toBe(failure);
      expect(line.heard).toEqual(['move a at 3']);
      expect(keep.states()).toEqual(['waiting', 'waiting']);
    }
  });

  it('is refused with its reason, and the next one is sent', async () => {
    const keep = await kept(item('a', 1), item('b', 2));
    const line = new Server();
    line.failures.push(refusal(409, 'refused_stage'));
    expect(await send(keep, line)).toBeNull();
    expect(keep.states()).toEqual(['refused', 'sent']);
    expect(keep.items.get('a')).toMatchObject({ code: 'refused_stage', reason: 'because of refused_stage' });
  });

  it('does not send its photo again where only the move was lost', async () => {
    const keep = await kept(item('a', 1, { photo: PHOTO }));
    const line = new Server();
    line.failures.push(null, NO_LINE);
    await send(keep, line);
    expect(await send(keep, line)).toBeNull();
    expect(line.heard).toEqual(['photo 1 p1', 'move a at 3 with 7', 'move a at 3 with 7']);
  });

  it('is made at the version that the case has come to, where it still can be', async () => {
    const keep = await kept(item('a', 1));
    const line = new Server();
    line.failures.push(refusal(409, 'stale'));
    line.now = { version: 5, moves: ['ANSWER'] };
    expect(await send(keep, line)).toBeNull();
    expect(line.heard).toEqual(['move a at 3', 'move a at 5']);
    expect(keep.states()).toEqual(['sent']);
  });

  it('is refused where the case has gone on', async () => {
    const keep = await kept(item('a', 1));
    const line = new Server();
    line.failures.push(refusal(409, 'stale'));
    line.now = { version: 5, moves: [] };
    await send(keep, line);
    expect(line.heard).toEqual(['move a at 3']);
    expect(keep.states()).toEqual(['refused']);
  });

  it('is not sent in the session of somebody else', async () => {
    const keep = await kept(item('a', 1, { login: 'zhifa2' }));
    const line = new Server();
    expect(await send(keep, line)).toBeNull();
    expect(line.heard).toEqual([]);
    expect(keep.states()).toEqual(['waiting']);
  });
});

describe('the explanation of a company', () => {
  it('is sent after its photos, in its turn among the moves', async () => {
    const keep = await kept(item('b', 2), answer('a', 1, ['p1', 'p2']));
    const line = new Server();
    expect(await send(keep, line)).toBeNull();
    expect(line.heard).toEqual(['photo p1 for notice 9', 'photo p2 for notice 9', 'answer a to notice 9', 'move b at 3']);
    expect(keep.states()).toEqual(['sent', 'sent']);
  });

  it('goes on after the photos that have arrived', async () => {
    const keep = await kept(answer('a', 1, ['p1', 'p2']));
    const line = new Server();
    line.failures.push(null, NO_LINE);
    expect(await send(keep, line)).toBe(NO_LINE);
    expect(isOnItsWay(await keep.all(), 9)).toBe(true);
    expect(await send(keep, line)).toBeNull();
    expect(line.heard).toEqual(['photo p1 for notice 9', 'photo p2 for notice 9', 'photo p2 for notice 9', 'answer a to notice 9']);
    expect(isOnItsWay(await keep.all(), 9)).toBe(false);
  });

  it('is refused where somebody else has answered, and the next one is sent', async () => {
    const keep = await kept(answer('a', 1, ['p1']), item('b', 2));
    const line = new Server();
    line.failures.push(refusal(409, 'answered'));
    expect(await send(keep, line)).toBeNull();
    expect(keep.states()).toEqual(['refused', 'sent']);
    expect(keep.items.get('a')).toMatchObject({ code: 'answered' });
  });
});

describe('the appeal of a company', () => {
  it('is sent after its photos, in its turn among answers and moves', async () => {
    const keep = await kept(item('c', 3), appeal('b', 2, ['p2']), answer('a', 1, ['p1']));
    const line = new Server();
    expect(await send(keep, line)).toBeNull();
    expect(line.heard).toEqual(['photo p1 for notice 9', 'answer a to notice 9', 'photo p2 for alert 5', 'appeal b against alert 5', 'move c at 3']);
    expect(keep.states()).toEqual(['sent', 'sent', 'sent']);
  });

  it('goes on after the photos that have arrived', async () => {
    const keep = await kept(appeal('a', 1, ['p1', 'p2']));
    const line = new Server();
    line.failures.push(null, null, NO_LINE);
    expect(await send(keep, line)).toBe(NO_LINE);
    expect(isAppealed(await keep.all(), '5')).toBe(true);
    expect(isAppealed(await keep.all(), '6')).toBe(false);
    expect(await send(keep, line)).toBeNull();
    expect(line.heard).toEqual(['photo p1 for alert 5', 'photo p2 for alert 5', 'appeal a against alert 5', 'appeal a against alert 5']);
    expect(isAppealed(await keep.all(), '5')).toBe(false);
  });

  it('is refused where its time is over, and the next one is sent', async () => {
    const keep = await kept(appeal('a', 1, ['p1']), item('b', 2));
    const line = new Server();
    line.failures.push(refusal(409, 'too_late'));
    expect(await send(keep, line)).toBeNull();
    expect(keep.states()).toEqual(['refused', 'sent']);
    expect(keep.items.get('a')).toMatchObject({ code: 'too_late' });
  });
});

describe('what can be done next', () => {
  const one = { id: 1, moves: ['DISPATCH', 'BEGIN', 'RETURN', 'APPEAL'] as Move[] };
  const begun = { id: 1, moves: ['ANSWER', 'ASK_EXTENSION', 'EXTEND', 'APPEAL'] as Move[] };

  it('asks for more time once, beside the answer', () => {
    expect(nextMoves(begun, [])).toEqual(['ANSWER', 'ASK_EXTENSION', 'APPEAL']);
    expect(nextMoves(begun, [item('a', 1, { move: 'ASK_EXTENSION', more: 2 })])).toEqual(['ANSWER', 'APPEAL']);
  });

  it('is what the server offers and a phone can do', () => {
    expect(nextMoves(one, [])).toEqual(['BEGIN', 'RETURN', 'APPEAL']);
  });

  it('takes what waits as made', () => {
    expect(nextMoves(one, [item('a', 1, { move: 'BEGIN' })])).toEqual(['ANSWER', 'APPEAL']);
    expect(nextMoves(one, [item('a', 1, { move: 'BEGIN', caseId: 2 })])).toEqual(['BEGIN', 'RETURN', 'APPEAL']);
    expect(nextMoves(one, [item('a', 1, { move: 'BEGIN', state: 'refused' })])).toEqual(['BEGIN', 'RETURN', 'APPEAL']);
    expect(nextMoves(one, [item('a', 1, { move: 'BEGIN' }), item('b', 2)])).toEqual([]);
  });
});
