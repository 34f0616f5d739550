import { useState } from 'react';
import type { AlertRow } from '../../api/types';
import { useEvery } from '../../common/hooks';
import { GradeMark, LateMark, Measured, Plate, RuleName, Severity, VehicleLink } from '../../common/Marks';
import { gradeNow } from '../../domain/grade';
import { dateTime, duration } from '../../domain/time';
import { workOf } from '../../domain/work';
import { useText, word } from '../../i18n/language';
import { useReasons } from './useReasons';

/** What an alert is about, and how long it has been looked at. */
export function AlertHeadline({ alert }: { alert: AlertRow }) {
  const t = useText();
  const [openedAt] = useState(() => performance.now());
  useEvery(1000);
  const reason = useReasons(alert.segmentIds);
  const work = workOf(alert.reason) && reason(alert.reason);
  const facts: [string, string][] = [
    [t.column.time, dateTime(alert.start)],
    [t.column.company, alert.company || '—'],
    [t.column.place, [alert.road, alert.placeName, work].filter(Boolean).join(' · ') || '—'],
    [t.column.state, [word(t.status, alert.status), alert.status === 'SUPPRESSED' && reason(alert.reason)].filter(Boolean).join(' · ')],
    [t.review.ruleVersion, alert.ruleVersion],
  ];
  return (
    <header className="decision-head">
      <div className="alert-line">
        <GradeMark grade={gradeNow(alert)} />
        <h2>
          <RuleName alert={alert} />
        </h2>
        <span className="dim">{alert.rule}</span>
        <Severity value={alert.severity} />
        <LateMark alert={alert} />
        {alert.review === null && <time className="number">{t.review.since(duration(performance.now() - openedAt))}</time>}
      </div>
      <div className="alert-line">
        <span className="decision-plate">
          {alert.plate ? <VehicleLink plate={alert.plate} /> : <Plate plate={alert.road} />}
        </span>
        <Measured alert={alert} />
      </div>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd title={value}>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
