import type { CaseDetail, CaseType, Move, Stage } from '../../api/caseTypes';

/** What a case of a type needs before it can be closed, as the server demands it. */
export type Closing = 'place' | 'placeOrFact' | 'placeAndCulprit' | 'culprit' | 'appeal' | 'fact';

const CLOSING: Record<CaseType, Closing> = {
  DUMPING: 'placeAndCulprit',
  SPILL: 'placeOrFact',
  LOST_LOAD: 'culprit',
  VIOLATION: 'appeal',
  POINT: 'fact',
  CLEANING: 'fact',
  DEVICE: 'fact',
  LITTER: 'place',
  WATER: 'place',
  MANHOLE: 'place',
  HEATING: 'place',
  OTHER: 'place',
};

/**
 * @param detail where it is at hand: a case that an alert is part of has somebody to answer for it, and no fact closes it by itself
 */
export function closingOf(type: CaseType, detail?: Pick<CaseDetail, 'sourceList'>): Closing {
  const closing = CLOSING[type];
  const isOfAlert = detail?.sourceList.some(({ source }) => source === 'alert') ?? false;
  return closing === 'placeOrFact' && isOfAlert ? 'place' : closing;
}

/** Moves that say nothing but that they are made. */
const BARE: readonly Move[] = ['FILE', 'BEGIN', 'VERIFY', 'TAKE_FROM_LEDGER'];
const EXPLAINED: readonly Move[] = ['REFUSE', 'RETURN', 'ANSWER', 'REWORK', 'ASK_EXTENSION', 'EXTEND', 'REFUSE_EXTENSION', 'PUT_ON_LEDGER', 'KEEP_ON_LEDGER', 'TRANSFER', 'URGE', 'APPEAL', 'REJECT_APPEAL', 'UPHOLD_APPEAL', 'OBSERVE'];
/** What a case goes on by; the other moves lead aside. */
const ONWARD: readonly Move[] = ['FILE', 'DISPATCH', 'BEGIN', 'ANSWER', 'VERIFY', 'CLOSE', 'EVALUATE', 'TAKE_FROM_LEDGER'];

type Need = 'no' | 'may' | 'must';

/** What is asked before a move is made. */
export interface Questions {
  note: Need;
  side: Need;
  /** Whether the responsible vehicle was found. */
  culprit: Need;
  /** Which of the photos on file shows the place in order. */
  photo: Need;
  /** How much longer. */
  more: Need;
}

type Asked = Pick<CaseDetail, 'type' | 'steps' | 'photos'>;

export function questionsOf(move: Move, { type, steps, photos }: Asked): Questions {
  const closing = closingOf(type);
  const ends = move === 'ANSWER' || move === 'CLOSE';
  const undecided = (closing === 'culprit' || closing === 'placeAndCulprit') && steps.every(({ culprit }) => culprit === null);
  return {
    note: BARE.includes(move) ? 'no' : EXPLAINED.includes(move) ? 'must' : 'may',
    side: move === 'DISPATCH' ? 'must' : 'no',
    culprit: !ends || !undecided ? 'no' : move === 'CLOSE' ? 'must' : 'may',
    photo: ends && photos.length > 0 ? 'may' : 'no',
    more: move === 'ASK_EXTENSION' ? 'must' : 'no',
  };
}

/** Whether a move is made by its button alone. */
export const isBare = (move: Move): boolean => BARE.includes(move);

/** Whether a move leads a case on; to dispatch it once more does not. */
export const isOnward = (move: Move, stage: Stage): boolean => ONWARD.includes(move) && !(move === 'DISPATCH' && stage === 'DISPATCHED');

/** What leads on first. */
export function inOrder({ moves, stage }: Pick<CaseDetail, 'moves' | 'stage'>): Move[] {
  return [...moves.filter((move) => isOnward(move, stage)), ...moves.filter((move) => !isOnward(move, stage))];
}

/** What was said to the questions of a move. */
export interface Answers {
  note: string;
  sideId: number | null;
  culprit: boolean | null;
  photoId: number | null;
  more: number | null;
}

export const NO_ANSWERS: Answers = { note: '', sideId: null, culprit: null, photoId: null, more: null };

export function isAnswered(questions: Questions, { note, sideId, culprit, more }: Answers): boolean {
  return (
    (questions.note !== 'must' || note.trim() !== '') &&
    (questions.side !== 'must' || sideId !== null) &&
    (questions.culprit !== 'must' || culprit !== null) &&
    (questions.more !== 'must' || more !== null)
  );
}
