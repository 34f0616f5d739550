import { AimOutlined, CloseOutlined, HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Live } from '../../api/types';
import { Plate, StateMark } from '../../common/Marks';
import { go } from '../../common/route';
import { clock } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';

export function VehicleHint({ live }: { live: Live }) {
  const t = useText();
  return (
    <div className="hint">
      <Plate plate={live.plate} /> <StateMark state={live.state} />{' '}
      <span className="number">
        {Math.round(live.speedKmh)} {t.common.kmh}
      </span>
    </div>
  );
}

interface Props {
  live: Live;
  follow: boolean;
  onFollow: (on: boolean) => void;
  onClose: () => void;
}

export function VehicleCard({ live, follow, onFollow, onClose }: Props) {
  const t = useText();
  return (
    <div className="vehicle-card" data-vehicle={live.plate}>
      <header>
        <Plate plate={live.plate} />
        <StateMark state={live.state} />
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t.common.close} onClick={onClose} />
      </header>
      <p className="dim">
        {t.kind[live.kind]} · {live.company}
      </p>
      <div className="vehicle-figures">
        <span>
          <b className="number">{Math.round(live.speedKmh)}</b> {t.common.kmh}
        </span>
        {live.weightT !== null && (
          <span>
            <b className="number">{live.weightT.toFixed(1)}</b> t
          </span>
        )}
      </div>
      <dl>
        {readings(live, t).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="dim number">
        {t.live.lastReport} {clock(live.time)}
      </p>
      <footer>
        <Button size="small" type={follow ? 'primary' : 'default'} icon={<AimOutlined />} onClick={() => onFollow(!follow)}>
          {follow ? t.live.unfollow : t.live.follow}
        </Button>
        <Button size="small" icon={<HistoryOutlined />} onClick={() => go('playback', live.plate)}>
          {t.live.playback}
        </Button>
      </footer>
    </div>
  );
}

/** The sensors that this vehicle has, in words. */
function readings(live: Live, t: Dictionary): [string, string][] {
  const all: [string, string | null][] = [
    [t.sensor.acc, live.acc === null ? null : live.acc ? t.switch.ON : t.switch.OFF],
    [t.sensor.load, live.load && word(t.load, live.load)],
    [t.sensor.cover, live.cover && word(t.cover, live.cover)],
    [t.sensor.lift, live.lift && word(t.lift, live.lift)],
    [t.sensor.brush, live.brush && word(t.switch, live.brush)],
    [t.sensor.pump, live.pump && word(t.switch, live.pump)],
  ];
  return all.filter((row): row is [string, string] => row[1] !== null);
}
