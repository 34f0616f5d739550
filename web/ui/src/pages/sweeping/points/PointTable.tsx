import { Table, type TableColumnsType } from 'antd';
import { api } from '../../../api/api';
import type { PointOrder, PointRow } from '../../../api/types';
import { useEvery, useSize, useStore } from '../../../common/hooks';
import { opens } from '../../../common/opens';
import { mayAssign, useUser } from '../../../common/user';
import { clockMinutes, duration } from '../../../domain/time';
import { useText } from '../../../i18n/language';
import { SendVehicle } from '../SendVehicle';
import { isUnserved, nearestTruck, ordersOf, POINT_COLOUR, shownPoint } from './points';

const HEADER = 34;

interface Props {
  rows: PointRow[];
  orders: readonly PointOrder[];
  now: number;
  onSent: () => void;
  selected: string | null;
  onSelect: (pointId: string) => void;
}

export function PointTable({ rows, orders, now, onSent, selected, onSelect }: Props) {
  const t = useText();
  const [box, , height] = useSize<HTMLDivElement>();
  const columns: TableColumnsType<PointRow> = [
    { title: t.points.point, width: 76, render: (_, row) => <b>{row.pointId}</b>, sorter: (a, b) => a.pointId.localeCompare(b.pointId) },
    { title: t.points.contractor, width: 120, ellipsis: true, dataIndex: 'contractor' },
    { title: t.points.window, width: 104, render: (_, row) => <span className="number">{`${clockMinutes(row.windowStart)}–${clockMinutes(row.windowEnd)}`}</span> },
    { title: t.points.result, width: 132, render: (_, row) => <PointState row={row} now={now} /> },
    { title: t.points.truck, render: (_, row) => <Truck row={row} orders={ordersOf(orders, row)} now={now} onSent={onSent} /> },
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

interface TruckProps {
  row: PointRow;
  orders: readonly PointOrder[];
  now: number;
  onSent: () => void;
}

/** Who served it, and when; who came nearest; or who was sent, and who could be. */
function Truck({ row, orders, now, onSent }: TruckProps) {
  const t = useText();
  if (isUnserved(shownPoint(row, now))) {
    const last = orders.at(-1);
    return (
      <span>
        {last && <span data-sent={last.plate}>{t.points.sent(last.plate, clockMinutes(last.at), last.by)}</span>}{' '}
        <Nearest row={row} sent={orders.map(({ plate }) => plate)} onSent={onSent} />
      </span>
    );
  }
  if (row.visitStart === null) return <span className="dim">—</span>;
  const clock = clockMinutes(row.visitStart);
  if (row.state === 'SERVED') return <span>{`${row.plate} ${clock}`}</span>;
  return <span className="dim">{t.points.passed(row.plate, clock, Math.round(row.visitMetres ?? 0))}</span>;
}

/** The truck that can be there first of those that have not been sent yet. */
function Nearest({ row, sent, onSent }: { row: PointRow; sent: readonly string[]; onSent: () => void }) {
  const t = useText();
  const store = useStore();
  const user = useUser();
  const near = nearestTruck(row, store.live.values(), sent);
  if (!near) return sent.length > 0 ? null : <span className="bad">{t.points.noTruck}</span>;
  return (
    <>
      <span className="dim">{t.points.nearest(near.plate, (near.metres / 1000).toFixed(1))}</span>
      {mayAssign(user) && (
        <SendVehicle
          plate={near.plate}
          told={t.points.told(near.plate, row.pointId)}
          send={() => api.sendToPoint(row.pointId, row.windowEnd, near.plate)}
          onSent={onSent}
        />
      )}
    </>
  );
}
