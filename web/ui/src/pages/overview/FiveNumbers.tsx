import type { ReactNode } from 'react';
import type { Overview } from '../../api/overviewTypes';
import { routeTo } from '../../common/route';
import { useText } from '../../i18n/language';
import { isSmall, percentOf } from './figures';

interface NumberProps {
  name: string;
  page: string;
  title: string;
  value: ReactNode;
  /** What stands behind the number. */
  notes: readonly ReactNode[];
}

function Figure({ name, page, title, value, notes }: NumberProps) {
  return (
    <a className="overview-number" href={routeTo(page)} data-figure={name}>
      <span>{title}</span>
      <b className="number">{value}</b>
      {notes.map((note, index) => (
        <small key={index}>{note}</small>
      ))}
    </a>
  );
}

/** Cases, violations, trips, sweeping, devices; each leads to the page that has them one by one. */
export function FiveNumbers({ cases, violations, trips, sweeping, devices }: Overview) {
  const t = useText();
  const words = t.overview;
  return (
    <section className="overview-numbers" data-overview="ready">
      <Figure
        name="cases"
        page="cases"
        title={words.openCases}
        value={cases.open}
        notes={[cases.overdue > 0 ? <span className="bad">{words.overdue(cases.overdue)}</span> : words.noneOverdue]}
      />
      <Figure name="violations" page="reports" title={words.violations} value={violations.confirmed} notes={[words.before(violations.before), <Change key="change" {...violations} />]} />
      <Figure
        name="trips"
        page="trips"
        title={words.trips}
        value={<span className={isSmall(trips) ? 'dim' : ''}>{percentOf(trips.closed, trips.observed)}</span>}
        notes={[
          <>
            {words.ofTrips(trips.closed, trips.observed)} {isSmall(trips) && <span className="warn">{words.small}</span>}
          </>,
          words.unseenTrips(trips.total - trips.observed, trips.total),
          trips.underWay > 0 && <span key="underWay">{words.underWay(trips.underWay)}</span>,
        ]}
      />
      <Figure
        name="sweeping"
        page="sweeping"
        title={words.sweeping}
        value={percentOf(sweeping.done, sweeping.required)}
        notes={[t.passes.judged(sweeping.done, sweeping.required), t.passes.ofDay(sweeping.due, sweeping.worked), sweeping.unobserved > 0 && <span className="warn">{words.unseenWindows(sweeping.unobserved)}</span>]}
      />
      <Figure name="devices" page="devices" title={words.devices} value={`${devices.silent} / ${devices.faulty}`} notes={[words.ofVehicles(devices.vehicles)]} />
    </section>
  );
}

function Change({ confirmed, before }: Overview['violations']) {
  const { overview } = useText();
  if (confirmed === before) return <>{overview.same}</>;
  return confirmed > before ? <span className="bad">{overview.more(confirmed - before)}</span> : <span className="good">{overview.fewer(before - confirmed)}</span>;
}
