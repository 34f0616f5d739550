import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { Tabs } from 'antd';
import type { SpillAnswer, SpillCandidate, SpillUnobserved } from '../../api/spillTypes';
import { LongList } from '../../common/LongList';
import { VehicleLink } from '../../common/Marks';
import { trackAround } from '../../common/route';
import { Score } from '../../common/Score';
import { Nothing } from '../../common/States';
import { monthDayTime } from '../../domain/time';
import { useText, word } from '../../i18n/language';

/** Those who passed, the likeliest first; those of whom too little was heard; plates of no register. */
export function CandidateList({ answer }: { answer: SpillAnswer }) {
  const t = useText();
  const { candidates, unobserved, strangers } = answer;
  return (
    <Tabs
      className="track-tabs"
      items={[
        {
          key: 'candidates',
          label: t.reverse.candidates(candidates.length),
          children: candidates.length === 0 ? <Nothing title={t.reverse.none} hint={t.reverse.noneHint} /> : <LongList of={candidates} className="reverse-list">{(one) => <Candidate key={one.plate} candidate={one} />}</LongList>,
        },
        {
          key: 'unobserved',
          label: t.reverse.unobserved(unobserved.length),
          children: (
            <>
              <p className="dim">{t.reverse.unobservedHint}</p>
              <LongList of={unobserved} className="reverse-list">{(one) => <Unobserved key={one.plate} vehicle={one} />}</LongList>
            </>
          ),
        },
        {
          key: 'strangers',
          label: t.reverse.strangers(strangers.length),
          children: (
            <LongList of={strangers} className="reverse-list">
              {({ plate, time, placeName, placeId }) => (
                <li key={plate + time}>
                  <span className="plate">{plate}</span> <span className="number">{monthDayTime(time)}</span> <span className="dim">{placeName || placeId}</span>
                </li>
              )}
            </LongList>
          ),
        },
      ]}
    />
  );
}

function Candidate({ candidate }: { candidate: SpillCandidate }) {
  const t = useText();
  const { plate, company, score, at, metres, speedKmh, reasons } = candidate;
  return (
    <li data-candidate={plate}>
      <header>
        <VehicleLink plate={plate} />
        <span className="dim">{company}</span>
        <a href={trackAround(plate, at)}>{t.reverse.playback}</a>
      </header>
      <Score of={score} title={t.reverse.score} />
      <p className="dim">{t.reverse.passed(monthDayTime(at), metres, Math.round(speedKmh))}</p>
      <ul>
        {reasons.map(({ kind, weight, held, value }) => (
          <li key={kind} className={held ? '' : 'dim'}>
            {held ? <CheckOutlined className="good" /> : <CloseOutlined />} {t.reverse.reason[kind]} <span className="number">+{weight.toFixed(2)}</span>{' '}
            <span className="dim">{kind === 'BETWEEN' ? monthDayTime(value) : word(t.reverse.found, value)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Unobserved({ vehicle: { plate, company, observed, lastTime } }: { vehicle: SpillUnobserved }) {
  const t = useText();
  return (
    <li>
      <VehicleLink plate={plate} /> <span className="dim">{company}</span>
      <p className="dim">
        {t.reverse.observedShare(`${Math.round(observed * 100)}%`)} · {t.reverse.lastSeen} {lastTime ? monthDayTime(lastTime) : '—'}
      </p>
    </li>
  );
}
