import { Table, type TableColumnsType } from 'antd';
import type { PointRow } from '../../../api/types';
import { useEvery, useSize, useStore } from '../../../common/hooks';
import { opens } from '../../../common/opens';
import { clockMinutes, duration } from '../../../domain/time';
import { useText } from '../../../i18n/language';
import { isUnserved, nearestTruck, POINT_COLOUR, shownPoint } from './points';

const HEADER = 34;

interface Props {
  rows: PointRow[];
  now: number;
  selected: string | null;
  onSelect: (pointId: string) => void;
}

export function PointTable({ rows, now, selected, onSelect }: Props) {
  const t = useText();
  const [box, , height] = useSize<HTMLDivElement>();
  const columns: TableColumnsType<PointRow> = [
    { title: t.points.point, width: 76, render: (_, row) => <b>{row.pointId}</b>, sorter: (a, b) => a.pointId.localeCompare(b.pointId) },
    { title: t.points.contractor, width: 120, ellipsis: true, dataIndex: 'contractor' },
    { title: t.points.window, width: 104, render: (_, row) => <span className="number">{`${clockMinutes(row.windowStart)}–${clockMinutes(row.windowEnd)}`}</span> },
    { title: t.points.result, width: 132, render: (_, row) => <PointState row={row} now={now} /> },
    { title: t.points.truck, render: (_, row) => <Truck row={row} now={now} /> },
  ];
  return (
    <div className="fill" ref={box}>
      <Table<PointRow>
        size="small"
        rowKey={(row) => `${row.pointId} ${row.windowStart}`}
        columns={columns}
        dataSource={rows}
        pagination={false}
        virtual
        showSorterTooltip={false}
        scroll={{ x: 620, y: Math.max(100, height - HEADER) }}
        rowClassName={({ pointId }) => (pointId === selected ? 'row-selected' : '')}
        onRow={({ pointId }) => opens(() => onSelect(pointId))}
      />
    </div>
  );
}

function PointState({ row, now }: { row: PointRow; now: number }) {
  const t = useText();
  const store = useStore();
  useEvery(1000);
  const shown = shownPoint(row, now);
  const left = Date.parse(row.windowEnd) - store.now();
  return (
    <span className="mark" style={{ color: POINT_COLOUR[shown] }}>
      <i style={{ background: POINT_COLOUR[shown] }} />
      {t.points.state[shown]}
      {isUnserved(shown) && <span className={shown === 'WAITING' ? 'number' : 'number bad'}>{left > 0 ? duration(left) : `+${duration(-left)}`}</span>}
    </span>
  );
}

/** Who served it, and when; who came nearest; or who could be sent. */
function Truck({ row, now }: { row: PointRow; now: number }) {
  const t = useText();
  const store = useStore();
  if (isUnserved(shownPoint(row, now))) {
    const near = nearestTruck(row, store.live.values());
    return near ? <span className="dim">{t.points.nearest(near.plate, (near.metres / 1000).toFixed(1))}</span> : <span className="bad">{t.points.noTruck}</span>;
  }
  if (row.visitStart === null) return <span className="dim">—</span>;
  const clock = clockMinutes(row.visitStart);
  if (row.state === 'SERVED') return <span>{`${row.plate} ${clock}`}</span>;
  return <span className="dim">{t.points.passed(row.plate, clock, Math.round(row.visitMetres ?? 0))}</span>;
}
