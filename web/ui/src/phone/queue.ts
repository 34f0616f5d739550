import type { Move } from '../api/caseTypes';

/** A picture on its way, with where and when it was taken. */
export interface QueuedPhoto {
  /** Under which it is filed once, however often it is sent. */
  clientId: string;
  picture: Blob;
  takenAt: string;
  lon: number;
  lat: number;
  /** Not null as soon as it is on the server: its id there, or its own name. */
  photoId: string | null;
}

/** Something on its way. */
interface Queued {
  /** Under which it is taken once, however often it is sent. */
  id: string;
  /** Order in which it was made. */
  order: number;
  /** Who made it: nobody else's session sends it. */
  login: string;
  note: string;
  state: 'waiting' | 'sent' | 'refused';
  /** Why it was refused: a code of the server, and its words. */
  code: string;
  reason: string;
  /** When it came to its state, ms. */
  at: number;
}

/** A move of a case on its way. */
export interface QueuedMove extends Queued {
  caseId: number;
  move: Move;
  /** Of the case as it was looked at. */
  version: number;
  /** How much longer is asked for; null where nothing is. */
  more: number | null;
  photo: QueuedPhoto | null;
}

/** The explanation of a company on its way. */
export interface QueuedAnswer extends Queued {
  noticeId: number;
  plate: string;
  photos: QueuedPhoto[];
}

/** The appeal of a company on its way. */
export interface QueuedAppeal extends Queued {
  alertId: string;
  plate: string;
  photos: QueuedPhoto[];
}

/** What a company says, with photos that show it. */
export type QueuedTold = QueuedAnswer | QueuedAppeal;

export type QueuedItem = QueuedMove | QueuedTold;

export const isAnswer = (item: QueuedItem): item is QueuedAnswer => 'noticeId' in item;
export const isAppeal = (item: QueuedItem): item is QueuedAppeal => 'alertId' in item;
export const isMove = (item: QueuedItem): item is QueuedMove => 'caseId' in item;

/** Where what is on its way is kept over a reload. */
export interface Keep {
  all(): Promise<QueuedItem[]>;
  put(item: QueuedItem): Promise<void>;
}

/** The calls of the server that the queue makes; each fails with an ApiError or, without a line, with anything else. */
export interface Line {
  addPhoto(caseId: number, photo: QueuedPhoto): Promise<{ id: number }>;
  move(item: QueuedMove): Promise<unknown>;
  addNoticePhoto(noticeId: number, photo: QueuedPhoto): Promise<unknown>;
  answer(item: QueuedAnswer): Promise<unknown>;
  addAppealPhoto(alertId: string, photo: QueuedPhoto): Promise<unknown>;
  appeal(item: QueuedAppeal): Promise<unknown>;
  /** The case as it stands now. */
  look(caseId: number): Promise<{ version: number; moves: Move[] }>;
}

interface Problem {
  status: number;
  code: string;
  message: string;
}

const problemOf = (error: unknown): Problem | null => {
  const { status, code, message } = error as Partial<Problem>;
  return typeof status === 'number' && typeof code === 'string' ? { status, code, message: message ?? '' } : null;
};

/** Whether the same may be taken later: there was no line, the server is in trouble, or nobody is signed in. */
const isForNow = (problem: Problem | null): boolean =>
  problem === null || problem.status >= 500 || problem.status === 401 || problem.status === 408 || problem.status === 429;

/**
 * Sends what waits of a user in the order in which it was made. What is refused stays with its reason and the next one is sent;
 * where there is no line everything stays as it is.
 *
 * @returns what ended it before all was sent: the failure, or null
 */
export async function sendAll(keep: Keep, line: Line, login: string, now: () => number): Promise<unknown> {
  const waiting = (await keep.all()).filter((item) => item.state === 'waiting' && item.login === login).sort((a, b) => a.order - b.order);
  for (const item of waiting) {
    try {
      await (isMove(item) ? send(keep, line, item) : sendTold(keep, line, item));
      await keep.put({ ...item, state: 'sent', at: now() });
    } catch (error) {
      const problem = problemOf(error);
      if (isForNow(problem) || problem === null) return error;
      await keep.put({ ...item, state: 'refused', code: problem.code, reason: problem.message, at: now() });
    }
  }
  return null;
}

async function send(keep: Keep, line: Line, item: QueuedMove): Promise<void> {
  if (item.photo && item.photo.photoId === null) {
    item.photo = { ...item.photo, photoId: String((await line.addPhoto(item.caseId, item.photo)).id) };
    await keep.put(item);
  }
  try {
    await line.move(item);
  } catch (error) {
    if (problemOf(error)?.code !== 'stale') throw error;
    // Somebody has moved the case meanwhile; where the move is still one that can be made, it is.
    const { version, moves } = await line.look(item.caseId);
    if (!moves.includes(item.move)) throw error;
    item.version = version;
    await line.move(item);
  }
}

/** A photo that has arrived is not sent again. */
async function sendTold(keep: Keep, line: Line, item: QueuedTold): Promise<void> {
  for (const photo of item.photos.filter(({ photoId }) => photoId === null)) {
    await (isAppeal(item) ? line.addAppealPhoto(item.alertId, photo) : line.addNoticePhoto(item.noticeId, photo));
    item.photos = item.photos.map((one) => (one.clientId === photo.clientId ? { ...one, photoId: one.clientId } : one));
    await keep.put(item);
  }
  await (isAppeal(item) ? line.appeal(item) : line.answer(item));
}

/** Moves of a case that are on their way change what can be done next, before the server has heard of them. */
export const waitingOf = (items: readonly QueuedItem[], caseId: number): QueuedMove[] => items.filter(isMove).filter((item) => item.caseId === caseId && item.state === 'waiting');

/** Whether the appeal against an alert is on its way. */
export const isAppealed = (items: readonly QueuedItem[], alertId: string): boolean => items.some((item) => isAppeal(item) && item.alertId === alertId && item.state === 'waiting');

/** Whether the answer to a question is on its way. */
export const isOnItsWay = (items: readonly QueuedItem[], noticeId: number): boolean => items.some((item) => isAnswer(item) && item.noticeId === noticeId && item.state === 'waiting');
