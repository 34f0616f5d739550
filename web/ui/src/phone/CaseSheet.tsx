import { useState } from 'react';
import type { CaseDetail, Move } from '../api/caseTypes';
import { dateTime } from '../domain/time';
import { useText } from '../i18n/language';
import { CaseMarks } from '../pages/cases/CaseCard';
import { CasePhotos } from '../pages/cases/CasePhotos';
import { CaseSteps } from '../pages/cases/CaseSteps';
import { CountDown } from '../pages/cases/CountDown';
import { ExtensionNote } from '../pages/cases/ExtensionNote';
import { closingOf } from '../pages/cases/moves';
import { titleOf } from '../pages/cases/words';
import { MoveForm } from './MoveForm';
import { NOTHING_SAID, type PhoneDesk, type Said } from './desk';
import { amapLink, geoLink } from './navigation';
import { nextMoves } from './next';
import { waitingOf, type QueuedItem } from './queue';

interface Props {
  one: CaseDetail;
  desk: PhoneDesk;
  items: readonly QueuedItem[];
  now: number;
}

/** One case: what it is, how to get there, what was done, and what can be done now. */
export function CaseSheet({ one, desk, items, now }: Props) {
  const t = useText();
  const [asking, setAsking] = useState<Move | null>(null);
  const next = nextMoves(one, items);
  const title = titleOf(one, t);
  const make = async (move: Move, said: Said) => {
    await desk.make(one, move, said);
    setAsking(null);
  };
  return (
    <article className="phone-sheet" data-sheet={one.id}>
      <section className="phone-card">
        <h2>
          {t.cases.type[one.type]} <small className="dim">{t.cases.number(one.id)}</small>
        </h2>
        <p>{title}</p>
        <p>
          <b>{t.cases.stage[one.stage]}</b> <CountDown row={one} now={now} /> <CaseMarks row={one} />
        </p>
        <ExtensionNote detail={one} />
        <p className="dim">
          {t.cases.facts.found} {dateTime(one.foundAt)}
          {one.plate && ` · ${one.plate}`}
        </p>
        <p className="dim">{t.cases.closing[closingOf(one.type, one)]}</p>
        <Ways one={one} title={title} />
      </section>
      {asking !== null && next.includes(asking) ? (
        <MoveForm key={asking} move={asking} one={one} desk={desk} onMake={make} onCancel={() => setAsking(null)} />
      ) : (
        <div className="phone-moves">
          {next.length === 0 && waitingOf(items, one.id).length > 0 && <p className="dim">{t.phone.notAgain}</p>}
          {next.map((move, index) => (
            <button type="button" key={move} className={index === 0 ? 'main' : ''} data-move-button={move} onClick={() => (move === 'BEGIN' ? void make(move, NOTHING_SAID) : setAsking(move))}>
              {t.cases.move[move]}
            </button>
          ))}
        </div>
      )}
      <section className="phone-card">
        <CasePhotos detail={one} />
        <CaseSteps detail={one} />
      </section>
    </article>
  );
}

function Ways({ one, title }: { one: CaseDetail; title: string }) {
  const t = useText();
  if (one.lon === null || one.lat === null) return <p className="dim">{t.cases.noPlace}</p>;
  return (
    <p className="phone-ways">
      <a href={geoLink(one.lon, one.lat, title)}>{t.phone.navigate}</a>
      {one.gcj02 && (
        <a href={amapLink(one.gcj02, title)} target="_blank" rel="noreferrer">
          {t.phone.amap}
        </a>
      )}
    </p>
  );
}
