import { Table, type TableColumnsType } from 'antd';
import { memo, useMemo, type ReactNode } from 'react';
import type { Live, VehicleState } from '../../api/types';
import { useLive } from '../../common/hooks';
import { StateMark, VehicleLink } from '../../common/Marks';
import { opens } from '../../common/opens';
import { clock } from '../../domain/time';
import { useLanguage, word, type Language } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';
import { octant } from './fleet';

const RANK: Record<VehicleState, number> = { ALARM: 0, MOVING: 1, IDLE: 2, STOPPED: 3, OFFLINE: 4 };
const HEADINGS = { zh: ['北', '东北', '东', '东南', '南', '西南', '西', '西北'], en: ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] };

/** Made once: a comparison of its own each time takes a hundred times as long. */
const ORDER = new Intl.Collator('zh-CN');

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

/** What stands in a row, as it is now; drawn anew only when the vehicle has been told of. */
function Now({ of, children }: { of: Live; children: (live: Live) => ReactNode }) {
  return children(useLive(of.plate) ?? of);
}

const now = (show: (live: Live) => ReactNode) => (_: unknown, live: Live) => <Now of={live}>{show}</Now>;
const number = (text: string | number) => <span className="number">{text}</span>;

function columnsIn({ t, language }: { t: Dictionary; language: Language }): TableColumnsType<Live> {
  return [
    { title: t.column.plate, width: 92, render: (_, live) => <VehicleLink plate={live.plate} />, sorter: (a, b) => ORDER.compare(a.plate, b.plate) },
    { title: t.column.state, width: 70, render: now((live) => <StateMark state={live.state} />), sorter: (a, b) => RANK[a.state] - RANK[b.state], defaultSortOrder: 'ascend' },
    { title: t.column.kind, width: 76, ellipsis: true, render: (_, live) => t.kind[live.kind] },
    { title: t.column.company, width: 132, ellipsis: true, dataIndex: 'company' },
    { title: t.column.time, width: 74, render: now((live) => number(clock(live.time))), sorter: (a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0) },
    { title: t.column.speed, width: 62, align: 'right', render: now((live) => number(Math.round(live.speedKmh))), sorter: (a, b) => a.speedKmh - b.speedKmh },
    { title: t.column.heading, width: 48, render: now((live) => (live.direction < 0 ? '—' : HEADINGS[language][octant(live.direction)])) },
    { title: t.column.load, width: 48, render: now((live) => word(t.load, live.load)) },
    { title: t.column.weight, width: 56, align: 'right', render: now((live) => number(live.weightT?.toFixed(1) ?? '—')) },
    { title: t.column.cover, width: 48, render: now((live) => word(t.cover, live.cover)) },
    { title: t.column.lift, width: 48, render: now((live) => word(t.lift, live.lift)) },
    { title: t.column.work, width: 76, ellipsis: true, render: now((live) => work(live, t)) },
  ];
}

export const VehicleTable = memo(function VehicleTable({ vehicles, selected, onSelect, height }: Props) {
  const language = useLanguage();
  const columns = useMemo(() => columnsIn(language), [language]);
  return (
    <Table<Live>
      size="small"
      virtual
      rowKey="plate"
      columns={columns}
      dataSource={vehicles}
      pagination={false}
      showSorterTooltip={false}
      scroll={{ x: 810, y: height }}
      rowClassName={(live) => (live.plate === selected ? 'row-selected' : '')}
      onRow={(live) => opens(() => onSelect(live.plate), { 'data-row': live.plate })}
    />
  );
});
