import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import type { TrackAnswer } from '../../api/types';
import { useStore } from '../../common/hooks';
import { later } from '../../common/Later';
import { usePageKeys } from '../../common/usePageKeys';
import { PlayBar } from '../../common/PlayBar';
import { usePlayhead } from '../../domain/playhead';
import { duration } from '../../domain/time';
import { SPEED_CLASSES, parts, summary } from '../../domain/track';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { SPEED_COLOURS, TrackLayer } from '../../map/TrackLayer';
import { MapFocus, type Focus } from '../live/MapFocus';
import { StopLayer } from './StopLayer';
import { TrackLists } from './TrackLists';

const Curves = later(() => import('../../charts/Curves'));

const HIDDEN = ['routes'] as const;

export function PlaybackDesk({ track }: { track: TrackAnswer }) {
  const t = useText();
  const store = useStore();
  const { points, stops, gaps, alerts } = track;
  const [follow, setFollow] = useState(false);
  const [focus, setFocus] = useState<Focus | null>(null);
  const period = useMemo(
    () => ({ from: Date.parse(points[0].time), to: Date.parse(points[points.length - 1].time) }),
    [points],
  );
  const playhead = usePlayhead(period.from, period.to);
  const bar = useMemo(() => parts(points, stops, gaps, alerts), [points, stops, gaps, alerts]);
  const marked = useMemo(() => bar.filter(({ kind }) => kind === 'alert'), [bar]);
  const sums = useMemo(() => summary(points, stops, gaps), [points, stops, gaps]);
  const kind = store.vehicles.get(track.plate)?.kind ?? 'MUCK_TRUCK';
  const figures: [string, string][] = [
    [t.playback.distance, `${sums.kilometres.toFixed(1)} km`],
    [t.playback.drivingTime, duration(sums.drivingMs)],
    [t.playback.parkedTime, duration(sums.parkedMs)],
    [t.playback.gapTime, duration(sums.gapMs)],
    [t.playback.maxSpeed, `${Math.round(sums.maxSpeedKmh)} km/h`],
  ];
  const show = (at: number, place: Focus | null) => {
    playhead.seek(at);
    if (place) setFocus(place);
  };

  const step = (way: 1 | -1) => {
    const moments = [...stops.map((stop) => Date.parse(stop.from)), ...alerts.map((alert) => Date.parse(alert.start))].sort((a, b) => way * (a - b));
    const next = moments.find((at) => way * (at - playhead.now()) > 0);
    if (next !== undefined) playhead.seek(next);
  };
  usePageKeys(true, { ' ': () => playhead.toggle(), j: () => step(1), k: () => step(-1) });

  return (
    <div className="playback-desk">
      <section className="evidence-middle">
        <CityMap hidden={HIDDEN}>
          <StopLayer stops={stops} alerts={alerts} />
          <TrackLayer points={points} kind={kind} playhead={playhead} follow={follow} />
          <MapFocus focus={focus} />
          <SpeedLegend />
        </CityMap>
        <PlayBar playhead={playhead} parts={bar} />
        <div className="playback-curve">
          <Curves points={points} period={period} marked={marked} speedOnly playhead={playhead} />
        </div>
      </section>
      <aside className="panel side">
        <dl className="figures">
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="number">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="playback-note">
          <span className="dim">{t.playback.points(points.length)}</span>
          <Checkbox checked={follow} onChange={({ target }) => setFollow(target.checked)}>
            {t.playback.follow}
          </Checkbox>
        </p>
        <TrackLists stops={stops} alerts={alerts} onShow={show} />
        <p className="dim playback-note">{t.playback.keys}</p>
      </aside>
    </div>
  );
}

function SpeedLegend() {
  const t = useText();
  const names = [`<${SPEED_CLASSES[0]}`, ...SPEED_CLASSES.slice(1).map((bound, i) => `${SPEED_CLASSES[i]}–${bound}`), `≥${SPEED_CLASSES[SPEED_CLASSES.length - 1]}`];
  return (
    <div className="legend">
      {names.map((name, i) => (
        <span key={name}>
          <i className="bar" style={{ background: SPEED_COLOURS[i] }} />
          {name}
        </span>
      ))}
      <span className="dim">{t.common.kmh}</span>
    </div>
  );
}
