import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { Area, Visitor, VisitorAnswer } from '../../api/pastTypes';
import { VehicleLink } from '../../common/Marks';
import { trackAround } from '../../common/route';
import { Nothing } from '../../common/States';
import { duration, monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';

interface Props {
  first: VisitorAnswer;
  question: { box: Area; from: number; to: number };
}

/** Who was there, each visit with its entry and its exit; a click plays the track about it. */
export function VisitorList({ first, question }: Props) {
  const t = useText();
  const [pages, setPages] = useState([first]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const { next } = pages[pages.length - 1];
  const more = async (cursor: string) => {
    setBusy(true);
    setProblem('');
    try {
      const page = await api.pastArea(question.box, question.from, question.to, cursor);
      setPages((before) => [...before, page]);
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  if (first.total === 0) return <Nothing title={t.past.none} hint={t.past.noneHint} />;
  return (
    <>
      <p className="past-count">
        <b className="number">{t.past.count(first.total)}</b>
      </p>
      <ol className="reverse-list past-list" data-visitors={first.total}>
        {pages.flatMap(({ vehicles }) => vehicles).map((vehicle) => (
          <One key={vehicle.plate} vehicle={vehicle} />
        ))}
      </ol>
      {problem && <p className="bad">{problem}</p>}
      {next && (
        <Button block loading={busy} onClick={() => void more(next)}>
          {t.common.loadMore}
        </Button>
      )}
    </>
  );
}

function One({ vehicle }: { vehicle: Visitor }) {
  const t = useText();
  return (
    <li>
      <header>
        <VehicleLink plate={vehicle.plate} />
        <span className="dim">
          {t.kind[vehicle.kind]} · {vehicle.company}
        </span>
        <span className="past-dwell number">{t.past.dwell(duration(vehicle.dwellSeconds * 1000))}</span>
      </header>
      <ul>
        {vehicle.visits.map(({ from, to, dwellSeconds }) => (
          <li key={from}>
            <a className="number" href={trackAround(vehicle.plate, from, to)} title={t.past.playback}>
              {t.past.visit(monthDayTime(from), monthDayTime(to), duration(dwellSeconds * 1000))}
            </a>
          </li>
        ))}
      </ul>
    </li>
  );
}
