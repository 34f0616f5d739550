import { BlockOutlined, ExpandOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Tooltip } from 'antd';
import { useStore } from '../../common/hooks';
import { useText } from '../../i18n/language';
import { useMap } from '../../map/CityMap';
import type { LayerGroup } from '../../map/cityStyle';

export type Group = LayerGroup | 'sweeping' | 'closures' | 'cameras' | 'counts' | 'alerts';
const GROUPS: readonly Group[] = ['tiles', 'roads', 'sweeping', 'closures', 'places', 'counts', 'cameras', 'zones', 'routes', 'alerts'];

interface Props {
  hidden: readonly Group[];
  onHidden: (groups: readonly Group[]) => void;
  clusters: boolean;
  onClusters: (on: boolean) => void;
}

export function LayerSwitch({ hidden, onHidden, clusters, onClusters }: Props) {
  const t = useText();
  const map = useMap();
  const { settings } = useStore();
  const groups = GROUPS.filter((group) => group !== 'tiles' || settings.tileSource !== null);
  const choices = (
    <div className="layer-choices">
      {groups.map((group) => (
        <Checkbox
          key={group}
          data-layer={group}
          checked={!hidden.includes(group)}
          onChange={({ target }) => onHidden(target.checked ? hidden.filter((other) => other !== group) : [...hidden, group])}
        >
          {t.map[group]}
        </Checkbox>
      ))}
      <Checkbox checked={clusters} onChange={({ target }) => onClusters(target.checked)}>
        {t.map.clusters}
      </Checkbox>
    </div>
  );
  return (
    <div className="map-buttons">
      <Popover content={choices} trigger="click" placement="bottomRight">
        <Button icon={<BlockOutlined />}>{t.map.layers}</Button>
      </Popover>
      <Tooltip title={t.live.fitCity}>
        <Button data-go="city" icon={<ExpandOutlined />} aria-label={t.live.fitCity} onClick={() => map.showAll(settings.bounds)} />
      </Tooltip>
    </div>
  );
}
