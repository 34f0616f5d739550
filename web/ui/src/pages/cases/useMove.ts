import { App } from 'antd';
import { useState } from 'react';
import { ApiError, api } from '../../api/api';
import type { CaseDetail, Move } from '../../api/caseTypes';
import { useText } from '../../i18n/language';
import { NO_ANSWERS, isBare, type Answers } from './moves';
import { moveName, troubleOf } from './words';

export interface Moving {
  /** The move whose questions are asked; null where none is. */
  asking: Move | null;
  busy: boolean;
  /** Why the last move was not made; empty where it was. */
  trouble: string;
  begin: (move: Move) => void;
  send: (move: Move, answers: Answers) => Promise<void>;
  cancel: () => void;
}

/** Makes moves of a case under the version that is looked at; where somebody was quicker, it is read anew. */
export function useMove(detail: CaseDetail, onMoved: () => void): Moving {
  const t = useText();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Move | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  // What is no longer possible is no longer asked.
  const asking = asked !== null && detail.moves.includes(asked) ? asked : null;

  const send = async (move: Move, answers: Answers) => {
    setBusy(true);
    setTrouble('');
    try {
      await api.moveCase(detail.id, {
        move,
        version: detail.version,
        note: answers.note.trim(),
        sideId: answers.sideId ?? undefined,
        culprit: answers.culprit ?? undefined,
        more: answers.more ?? undefined,
        photoId: answers.photoId === null ? undefined : String(answers.photoId),
      });
      setAsked(null);
      void message.success(t.cases.done(moveName(move, detail.stage, t)));
      onMoved();
    } catch (error) {
      setTrouble(troubleOf(error as Error, detail, t));
      if (error instanceof ApiError && error.code === 'stale') onMoved();
    } finally {
      setBusy(false);
    }
  };
  const begin = (move: Move) => {
    setTrouble('');
    if (isBare(move)) void send(move, NO_ANSWERS);
    else setAsked(move);
  };
  const cancel = () => {
    setAsked(null);
    setTrouble('');
  };
  return { asking, busy, trouble, begin, send, cancel };
}
