import type { CSSProperties } from 'react';
import type { AlertRow, Grade, VehicleState } from '../api/types';
import { GRADE_COLOUR, STATE_COLOUR } from '../domain/colours';
import { useLanguage, useText, word } from '../i18n/language';
import { routeTo } from './route';

export function StateMark({ state }: { state: VehicleState }) {
  const t = useText();
  return (
    <span className="mark" style={{ '--mark': STATE_COLOUR[state] } as CSSProperties}>
      <i />
      {t.state[state]}
    </span>
  );
}

export function GradeMark({ grade }: { grade: Grade }) {
  const t = useText();
  return (
    <b className="grade" style={{ background: GRADE_COLOUR[grade] }} title={t.grade[grade]}>
      {grade}
    </b>
  );
}

/** Severity as filled steps: 1 note to 4 critical. */
export function Severity({ value }: { value: number }) {
  const t = useText();
  return (
    <span className="severity" role="img" title={t.severity[value]} aria-label={t.severity[value]}>
      {[1, 2, 3, 4].map((step) => (
        <i key={step} className={step <= value ? `on s${value}` : ''} />
      ))}
    </span>
  );
}

export function RuleName({ alert }: { alert: Pick<AlertRow, 'rule' | 'ruleName' | 'ruleNameEn'> }) {
  const { language } = useLanguage();
  return <>{(language === 'zh' ? alert.ruleName : alert.ruleNameEn) || alert.rule}</>;
}

/** Of data that came late, or of a look back: no live alarm. */
export function LateMark({ alert }: { alert: AlertRow }) {
  const t = useText();
  return alert.late ? <span className="late-mark" title={t.alert.lateHint}>{t.alert.late}</span> : null;
}

export function Plate({ plate }: { plate: string }) {
  return <span className="plate">{plate || '—'}</span>;
}

/** A plate that leads to the page of its vehicle. */
export function VehicleLink({ plate }: { plate: string }) {
  if (!plate) return <Plate plate="" />;
  return (
    <a className="plate" href={routeTo('vehicle', plate)} onClick={(event) => event.stopPropagation()}>
      {plate}
    </a>
  );
}

export function Measured({ alert }: { alert: AlertRow }) {
  const number = (value: number) => Number(value.toFixed(2)).toString();
  if (alert.measured === null) return null;
  return (
    <span className="number">
      <b>{number(alert.measured)}</b>
      <span className="dim">
        {alert.allowed !== null && ` / ${number(alert.allowed)}`} {alert.unit}
      </span>
    </span>
  );
}

export function ReviewMark({ alert }: { alert: AlertRow }) {
  const t = useText();
  const key = alert.review?.decision ?? 'OPEN';
  return <span className={`review ${key}`}>{word(t.review as unknown as Record<string, string>, key)}</span>;
}

/** The lines of a legend: word and colour of each. */
export function Bars({ marks }: { marks: readonly (readonly [string, string])[] }) {
  return marks.map(([name, colour]) => (
    <span key={name}>
      <i className="bar" style={{ background: colour }} />
      {name}
    </span>
  ));
}
