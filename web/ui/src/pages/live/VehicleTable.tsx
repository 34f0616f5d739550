import { Table, type TableColumnsType } from 'antd';
import type { Live, VehicleState } from '../../api/types';
import { StateMark, VehicleLink } from '../../common/Marks';
import { clock } from '../../domain/time';
import { useLanguage, word } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';
import { octant } from './fleet';

const RANK: Record<VehicleState, number> = { ALARM: 0, MOVING: 1, IDLE: 2, STOPPED: 3, OFFLINE: 4 };
const HEADINGS = { zh: ['北', '东北', '东', '东南', '南', '西南', '西', '西北'], en: ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] };

interface Props {
  vehicles: Live[];
  selected: string | null;
  onSelect: (plate: string) => void;
  height: number;
}

function work(live: Live, t: Dictionary): string {
  const parts = [
    live.brush && `${t.sensor.brush} ${word(t.switch, live.brush)}`,
    live.pump && `${t.sensor.pump} ${word(t.switch, live.pump)}`,
  ].filter(Boolean);
  return parts.join(' · ') || '—';
}

export function VehicleTable({ vehicles, selected, onSelect, height }: Props) {
  const { t, language } = useLanguage();
  const columns: TableColumnsType<Live> = [
    { title: t.column.plate, width: 104, render: (_, live) => <VehicleLink plate={live.plate} />, sorter: (a, b) => a.plate.localeCompare(b.plate) },
    { title: t.column.state, width: 78, render: (_, live) => <StateMark state={live.state} />, sorter: (a, b) => RANK[a.state] - RANK[b.state], defaultSortOrder: 'ascend' },
    { title: t.column.kind, width: 104, ellipsis: true, render: (_, live) => t.kind[live.kind] },
    { title: t.column.company, width: 190, ellipsis: true, dataIndex: 'company' },
    { title: t.column.time, width: 80, render: (_, live) => <span className="number">{clock(live.time)}</span>, sorter: (a, b) => a.time.localeCompare(b.time) },
    { title: t.column.speed, width: 66, align: 'right', render: (_, live) => <span className="number">{Math.round(live.speedKmh)}</span>, sorter: (a, b) => a.speedKmh - b.speedKmh },
    { title: t.column.heading, width: 70, render: (_, live) => (live.direction < 0 ? '—' : HEADINGS[language][octant(live.direction)]) },
    { title: t.column.load, width: 62, render: (_, live) => word(t.load, live.load) },
    { title: t.column.weight, width: 70, align: 'right', render: (_, live) => <span className="number">{live.weightT?.toFixed(1) ?? '—'}</span> },
    { title: t.column.cover, width: 62, render: (_, live) => word(t.cover, live.cover) },
    { title: t.column.lift, width: 62, render: (_, live) => word(t.lift, live.lift) },
    { title: t.column.work, width: 130, render: (_, live) => work(live, t) },
  ];
  return (
    <Table<Live>
      size="small"
      virtual
      rowKey="plate"
      columns={columns}
      dataSource={vehicles}
      pagination={false}
      showSorterTooltip={false}
      scroll={{ x: 1064, y: height }}
      rowClassName={(live) => (live.plate === selected ? 'row-selected' : '')}
      onRow={(live) => ({ onClick: () => onSelect(live.plate), 'data-row': live.plate }) as React.HTMLAttributes<HTMLElement>}
    />
  );
}
