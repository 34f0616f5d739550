import { Alert as Notice, Input, InputNumber, Modal, Radio, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { CaseDetail, Move } from '../../api/caseTypes';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { NO_ANSWERS, closingOf, isAnswered, questionsOf, type Answers } from './moves';
import { SideSelect } from './SideSelect';
import type { Moving } from './useMove';
import { limitText, moveName } from './words';

const LONGEST_NOTE = 2000;
const LEAST_MORE = 0.1;
const HALF = 0.5;

/** What has to be said before a move is made. */
export function MoveDialog({ detail, moving }: { detail: CaseDetail; moving: Moving }) {
  const t = useText();
  const { asking, busy, trouble, send, cancel } = moving;
  const [answers, setAnswers] = useState<Answers>(NO_ANSWERS);
  useEffect(() => setAnswers(NO_ANSWERS), [asking]);
  const complete = asking !== null && isAnswered(questionsOf(asking, detail), answers);
  return (
    <Modal
      open={asking !== null}
      title={asking && `${t.cases.number(detail.id)} · ${moveName(asking, detail.stage, t)}`}
      okText={asking && moveName(asking, detail.stage, t)}
      cancelText={t.common.cancel}
      okButtonProps={{ disabled: !complete }}
      confirmLoading={busy}
      onCancel={cancel}
      onOk={() => asking && void send(asking, answers)}
      width={440}
      destroyOnHidden
    >
      {asking && <Questions move={asking} detail={detail} answers={answers} onAnswers={setAnswers} />}
      {trouble && <Notice type="warning" showIcon title={trouble} data-trouble="" />}
    </Modal>
  );
}

interface QuestionsProps {
  move: Move;
  detail: CaseDetail;
  answers: Answers;
  onAnswers: (answers: Answers) => void;
}

function Questions({ move, detail, answers, onAnswers }: QuestionsProps) {
  const t = useText();
  const questions = questionsOf(move, detail);
  const notes: Partial<Record<Move, string>> = t.cases.note;
  return (
    <div className="case-questions">
      {move === 'CLOSE' && <p className="dim">{t.cases.closing[closingOf(detail.type, detail)]}</p>}
      {questions.side !== 'no' && (
        <label>
          <span>{t.cases.side}</span>
          <SideSelect value={answers.sideId} onChange={(sideId) => onAnswers({ ...answers, sideId })} />
        </label>
      )}
      {questions.more !== 'no' && (
        <label>
          <span>
            {t.cases.more} <em className="dim">{t.cases.atMost(limitText(detail.handling, t))}</em>
          </span>
          <InputNumber
            min={LEAST_MORE}
            max={detail.handling.amount}
            step={HALF}
            value={answers.more}
            suffix={t.cases.unit[detail.handling.unit]}
            onChange={(more) => onAnswers({ ...answers, more })}
            data-more=""
          />
        </label>
      )}
      {questions.culprit !== 'no' && (
        <div role="group" aria-label={t.cases.culprit}>
          <span>{t.cases.culprit}</span>
          <Radio.Group value={answers.culprit} onChange={({ target }) => onAnswers({ ...answers, culprit: target.value as boolean })}>
            <Radio value={true}>{t.cases.found}</Radio>
            <Radio value={false}>{t.cases.notFound}</Radio>
          </Radio.Group>
        </div>
      )}
      {questions.photo !== 'no' && (
        <label>
          <span>{t.cases.photo}</span>
          <Select
            allowClear
            placeholder={t.cases.choosePhoto}
            value={answers.photoId}
            onChange={(photoId) => onAnswers({ ...answers, photoId: photoId ?? null })}
            options={detail.photos.map(({ id, by, takenAt }) => ({ value: id, label: `${t.cases.withPhoto(id)} · ${by} · ${monthDayTime(takenAt)}` }))}
          />
        </label>
      )}
      {questions.note !== 'no' && (
        <label>
          <span>
            {notes[move]} <em className="dim">{questions.note === 'must' ? t.cases.noteNeeded : t.cases.noteFree}</em>
          </span>
          <Input.TextArea autoFocus={questions.side === 'no'} rows={3} maxLength={LONGEST_NOTE} value={answers.note} onChange={({ target }) => onAnswers({ ...answers, note: target.value })} />
        </label>
      )}
    </div>
  );
}
