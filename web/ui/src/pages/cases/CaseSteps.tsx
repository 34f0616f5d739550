import type { CaseDetail, CaseStep } from '../../api/caseTypes';
import { monthDayTime } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import { limitText } from './words';

/** Who did what with a case and when, from its acceptance on. */
export function CaseSteps({ detail }: { detail: CaseDetail }) {
  const t = useText();
  return (
    <>
      <h3>{t.cases.stepsTitle}</h3>
      <ol className="case-steps" data-steps={detail.steps.length}>
        <li>
          <p>
            <b>{t.cases.acceptedStep}</b>
            <time className="number dim">{monthDayTime(detail.acceptedAt)}</time>
          </p>
        </li>
        {detail.steps.map((step) => (
          <Step key={step.version} step={step} />
        ))}
      </ol>
    </>
  );
}

function Step({ step }: { step: CaseStep }) {
  const t = useText();
  const said = [
    step.culprit === null ? '' : step.culprit ? t.cases.culpritFound : t.cases.culpritNotFound,
    step.photoId === null ? '' : t.cases.withPhoto(step.photoId),
  ].filter(Boolean);
  return (
    <li data-move={step.move}>
      <p>
        <b>{t.cases.move[step.move]}</b>
        {step.extra && <span>{limitText(step.extra, t)}</span>}
        {step.side && <span>{t.cases.toSide(step.side)}</span>}
        <span className="dim">{step.actor || t.cases.system}</span>
        <time className="number dim">{monthDayTime(step.at)}</time>
      </p>
      {said.length > 0 && <p>{said.join(' · ')}</p>}
      {step.note && <p className="case-note">{step.actor === '' ? word(t.cases.systemNote, step.note) : step.note}</p>}
    </li>
  );
}
