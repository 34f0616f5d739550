import { Tabs } from 'antd';
import type { AlertRow, Stop } from '../../api/types';
import { GradeMark, RuleName, Severity } from '../../common/Marks';
import { routeTo } from '../../common/route';
import { Nothing } from '../../common/States';
import { clock } from '../../domain/time';
import { useText } from '../../i18n/language';
import type { Focus } from '../live/MapFocus';

interface Props {
  stops: readonly Stop[];
  alerts: readonly AlertRow[];
  onShow: (at: number, place: Focus | null) => void;
}

export function TrackLists({ stops, alerts, onShow }: Props) {
  const t = useText();
  const stopList = (
    <ol className="track-list">
      {stops.map((stop) => (
        <li key={stop.from}>
          <button type="button" onClick={() => onShow(Date.parse(stop.from), stop)}>
            <span className="number">
              {clock(stop.from)} – {clock(stop.to)}
            </span>
            <b className="number">{t.playback.minutes(stop.minutes)}</b>
          </button>
        </li>
      ))}
    </ol>
  );
  const alertList = (
    <ol className="track-list">
      {alerts.map((alert) => (
        <li key={alert.id}>
          <button type="button" onClick={() => onShow(Date.parse(alert.start), placeOf(alert))}>
            <GradeMark grade={alert.grade} />
            <RuleName alert={alert} />
            <Severity value={alert.severity} />
            <time className="number dim">{clock(alert.start)}</time>
          </button>
          <a href={routeTo('review', alert.id)}>{t.review.evidence}</a>
        </li>
      ))}
    </ol>
  );
  return (
    <Tabs
      className="track-tabs"
      size="small"
      items={[
        { key: 'stops', label: `${t.playback.stops} ${stops.length}`, children: stops.length > 0 ? stopList : <Nothing title={t.playback.noStops} /> },
        { key: 'alerts', label: `${t.playback.alerts} ${alerts.length}`, children: alerts.length > 0 ? alertList : <Nothing title={t.playback.noAlerts} /> },
      ]}
    />
  );
}

function placeOf({ lon, lat }: AlertRow): Focus | null {
  return lon === null || lat === null ? null : { lon, lat };
}
