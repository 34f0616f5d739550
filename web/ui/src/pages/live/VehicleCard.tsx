import { AimOutlined, CarOutlined, CloseOutlined, HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Live } from '../../api/types';
import { SnapshotButton, SnapshotOutcome } from '../../commands/SnapshotButton';
import { useSnapshot } from '../../commands/useSnapshot';
import { Plate, StateMark, VehicleLink } from '../../common/Marks';
import { readings } from '../../common/readings';
import { go, routeTo } from '../../common/route';
import { clock } from '../../domain/time';
import { useText } from '../../i18n/language';

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
  const snapshot = useSnapshot(live.plate);
  return (
    <div className="vehicle-card" data-vehicle={live.plate}>
      <header>
        <VehicleLink plate={live.plate} />
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
        <SnapshotOutcome snapshot={snapshot} />
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
        <Button size="small" icon={<CarOutlined />} href={routeTo('vehicle', live.plate)} data-go="vehicle">
          {t.vehicle.title}
        </Button>
        <SnapshotButton snapshot={snapshot} />
      </footer>
    </div>
  );
}
