import type { Move } from '../api/caseTypes';

/** A picture on its way, with where and when it was taken. */
export interface QueuedPhoto {
  /** Under which it is filed once, however often it is sent. */
  clientId: string;
  picture: Blob;
  takenAt: string;
  lon: number;
  lat: number;
  /** Its id on the server as soon as it is there. */
  photoId: string | null;
}

/** A move of a case on its way. */
export interface QueuedMove {
  /** Under which it is made once, however often it is sent. */
  id: string;
  /** Order in which it was made. */
  order: number;
  /** Who made it: nobody else's session sends it. */
  login: string;
  caseId: number;
  move: Move;
  /** Of the case as it was looked at. */
  version: number;
  note: string;
  photo: QueuedPhoto | null;
  state: 'waiting' | 'sent' | 'refused';
  /** Why it was refused: a code of the server, and its words. */
  code: string;
  reason: string;
  /** When it came to its state, ms. */
  at: number;
}

/** Where moves on their way are kept over a reload. */
export interface Keep {
  all(): Promise<QueuedMove[]>;
  put(item: QueuedMove): Promise<void>;
}

/** The calls of the server that the queue makes; each fails with an ApiError or, without a line, with anything else. */
export interface Line {
  addPhoto(caseId: number, photo: QueuedPhoto): Promise<{ id: number }>;
  move(item: QueuedMove): Promise<unknown>;
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
      await send(keep, line, item);
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

/** Moves of a case that are on their way change what can be done next, before the server has heard of them. */
export const waitingOf = (items: readonly QueuedMove[], caseId: number): QueuedMove[] => items.filter((item) => item.caseId === caseId && item.state === 'waiting');
