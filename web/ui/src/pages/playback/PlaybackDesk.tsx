import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import type { TrackAnswer } from '../../api/types';
import { useStore } from '../../common/hooks';
import { later } from '../../common/Later';
import { usePageKeys } from '../../common/usePageKeys';
import { PlayBar } from '../../common/PlayBar';
import { usePlayhead } from '../../domain/playhead';
import { duration } from '../../domain/time';
import { SPEED_CLASSES, cleaned, parts, summary } from '../../domain/track';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { SPEED_COLOURS, TrackLayer } from '../../map/TrackLayer';
import { TracksLayer } from '../../map/TracksLayer';
import { MapFocus, type Focus } from '../live/MapFocus';
import { DroppedLayer } from './DroppedLayer';
import { StopLayer } from './StopLayer';
import { TrackLists } from './TrackLists';

const Curves = later(() => import('../../charts/Curves'));

const HIDDEN = ['routes'] as const;

/** Of vehicles beside each other; none of them is a colour of a speed. */
const COLOURS = ['#0b7a75', '#7b4bb7', '#1668c7', '#b2681f', '#c2417c', '#5b6770'];

/** Tracks over one time: one of them is looked at closely, the others drive beside it. */
export function PlaybackDesk({ tracks }: { tracks: readonly TrackAnswer[] }) {
  const t = useText();
  const store = useStore();
  const [plate, setPlate] = useState(() => tracks.find(({ points }) => points.length > 0)?.plate);
  const track = tracks.find((one) => one.plate === plate) ?? tracks[0];
  const { stops, gaps, alerts, dropped } = track;
  const [isCleaned, setCleaned] = useState(false);
  const points = useMemo(() => (isCleaned ? cleaned(track.points, dropped) : track.points), [track, dropped, isCleaned]);
  const others = useMemo(
    () =>
      tracks.flatMap((one, n) =>
        one === track ? [] : [{ plate: one.plate, colour: COLOURS[n], points: isCleaned ? cleaned(one.points, one.dropped) : one.points }],
      ),
    [tracks, track, isCleaned],
  );
  const all = useMemo(() => tracks.flatMap((one) => cleaned(one.points, one.dropped)), [tracks]);
  const [follow, setFollow] = useState(false);
  const [focus, setFocus] = useState<Focus | null>(null);
  const period = useMemo(() => periodOf(tracks), [tracks]);
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
          <TracksLayer tracks={others} playhead={playhead} />
          <TrackLayer points={points} kind={kind} playhead={playhead} follow={follow} view={all} />
          {!isCleaned && <DroppedLayer points={points} dropped={dropped} />}
          <MapFocus focus={focus} />
          <SpeedLegend />
        </CityMap>
        <PlayBar playhead={playhead} parts={bar} />
        <div className="playback-curve">
          <Curves points={points} period={period} marked={marked} playhead={playhead} />
        </div>
      </section>
      <aside className="panel side">
        {tracks.length > 1 && <Plates tracks={tracks} chosen={track.plate} onChoose={setPlate} />}
        <dl className="figures">
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="number">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="playback-note">
          <span className="dim">
            {t.playback.points(points.length)}
            {dropped.length > 0 && ` · ${t.playback.dropped(dropped.length)}`}
          </span>
          {dropped.length > 0 && (
            <Checkbox checked={isCleaned} onChange={({ target }) => setCleaned(target.checked)}>
              {t.playback.cleaned}
            </Checkbox>
          )}
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

function periodOf(tracks: readonly TrackAnswer[]): { from: number; to: number } {
  const heard = tracks.map(({ points }) => points).filter((points) => points.length > 0);
  return {
    from: Math.min(...heard.map((points) => Date.parse(points[0].time))),
    to: Math.max(...heard.map((points) => Date.parse(points[points.length - 1].time))),
  };
}

interface PlatesProps {
  tracks: readonly TrackAnswer[];
  chosen: string;
  onChoose: (plate: string) => void;
}

/** Whose tracks these are, in their colours; which of them is looked at. */
function Plates({ tracks, chosen, onChoose }: PlatesProps) {
  const t = useText();
  return (
    <ul className="playback-plates">
      {tracks.map(({ plate, points }, n) => (
        <li key={plate}>
          <button type="button" aria-pressed={plate === chosen} className={plate === chosen ? 'on' : ''} disabled={points.length === 0} onClick={() => onChoose(plate)}>
            <i style={{ background: COLOURS[n] }} /> {plate} {points.length === 0 && <span className="dim">{t.playback.silent}</span>}
          </button>
        </li>
      ))}
    </ul>
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
