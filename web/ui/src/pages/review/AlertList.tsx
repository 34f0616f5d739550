import { useEffect, useRef } from 'react';
import type { AlertRow } from '../../api/types';
import { useEvery, useStore } from '../../common/hooks';
import { GradeMark, LateMark, Plate, ReviewMark, RuleName, Severity } from '../../common/Marks';
import { GRADE_COLOUR, needsReview } from '../../domain/colours';
import { monthDayTime } from '../../domain/time';
import { useSteadyScroll } from './useSteadyScroll';
import { Waiting } from './Waiting';

/** Minutes are shown: looked at so often, ms. */
const WAITING_EVERY = 10_000;

interface Props {
  rows: readonly AlertRow[];
  selected: string;
  onSelect: (id: string) => void;
}

export function AlertList({ rows, selected, onSelect }: Props) {
  const store = useStore();
  useEvery(WAITING_EVERY);
  const now = store.now();
  const box = useRef<HTMLOListElement>(null);
  const current = useRef<HTMLLIElement>(null);
  const scrolled = useSteadyScroll(box, selected);
  useEffect(() => {
    // No bare expression: newer browsers answer with a promise, which is no cleanup.
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <ol className="alert-list" ref={box} onScroll={scrolled}>
      {rows.map((alert) => (
        <li
          key={alert.id}
          ref={alert.id === selected ? current : undefined}
          className={`alert-card ${alert.id === selected ? 'on' : ''}`}
          style={{ borderLeftColor: GRADE_COLOUR[alert.grade] }}
          data-alert={alert.id}
        >
          <button type="button" className="alert-open" aria-current={alert.id === selected} onClick={() => onSelect(alert.id)}>
            <span className="alert-line">
              <GradeMark grade={alert.grade} />
              <b>
                <RuleName alert={alert} />
              </b>
              <Severity value={alert.severity} />
              <LateMark alert={alert} />
              <time className="number">{monthDayTime(alert.start)}</time>
            </span>
            <span className="alert-line">
              <Plate plate={alert.plate || alert.road} />
              <span className="dim ellipsis">{alert.placeName || alert.road || alert.company}</span>
              <span className="list-review">
                {needsReview(alert) ? <Waiting alert={alert} now={now} /> : <ReviewMark alert={alert} />}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
