import { Table, type TableColumnsType } from 'antd';
import type { PassRow, RoadOrder, RoadRow } from '../../api/types';
import { useEvery, useSize, useStore } from '../../common/hooks';
import { opens } from '../../common/opens';
import { OUTCOME_COLOUR } from '../../domain/colours';
import { clockMinutes, duration } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import { useKerbs } from '../../map/useKerbs';
import { Able } from './Able';
import { firstEnd, isUndone, ordersOf, shownOutcome, windowOf } from './board';
import { Orders } from './Orders';
import type { Drop } from './useDrop';

interface Props {
  roads: RoadRow[];
  orders: readonly RoadOrder[];
  onSent: () => void;
  now: number;
  selected: string | null;
  onSelect: (road: string) => void;
  drop: Drop;
}

const HEADER = 34;

export function RoadTable({ roads, orders, onSent, now, selected, onSelect, drop }: Props) {
  const t = useText();
  const [box, , height] = useSize<HTMLDivElement>();
  const columns: TableColumnsType<RoadRow> = [
    { title: t.sweeping.road, width: 84, fixed: 'left', render: (_, road) => <b>{road.road}</b>, ellipsis: true },
    { title: t.sweeping.grade, width: 76, render: (_, road) => word(t.roadGrade, road.grade) },
    { title: t.sweeping.contractor, width: 130, dataIndex: 'contractor' },
    { title: t.sweeping.undone, width: 104, render: (_, road) => <Undone road={road} now={now} /> },
    { title: t.passes.workedOfDue, width: 122, align: 'right', render: (_, road) => <span className="number">{road.worked} / {road.due}</span>, sorter: (a, b) => a.due - a.worked - (b.due - b.worked) },
    { title: t.passes.rateOfJudged, width: 126, render: (_, road) => <Judged road={road} />, sorter: (a, b) => (a.rate ?? 1) - (b.rate ?? 1) },
  ];
  return (
    <div className="fill" ref={box}>
      <Table<RoadRow>
        size="small"
        virtual
        rowKey={(road) => `${road.road} ${road.contractor}`}
        columns={columns}
        dataSource={roads}
        pagination={false}
        showSorterTooltip={false}
        scroll={{ x: 672, y: Math.max(100, height - HEADER) }}
        rowClassName={(road) => `${road.road === selected ? 'row-selected' : ''} ${drop.takes(road) ? 'row-takes' : ''}`}
        onRow={(road) => ({ ...opens(() => onSelect(road.road), { 'data-road': road.road }), ...drop.on(road) })}
        expandable={{ columnWidth: 36, expandedRowRender: (road) => <Passes road={road} now={now} orders={ordersOf(orders, road)} onSent={onSent} /> }}
      />
    </div>
  );
}

/** The rate, and the passes that it is made of. */
function Judged({ road: { rate, done, required } }: { road: RoadRow }) {
  return (
    <span className="rate-judged">
      <Rate value={rate} />
      {required > 0 && (
        <small className="number dim">
          {done} / {required}
        </small>
      )}
    </span>
  );
}

function Rate({ value }: { value: number | null }) {
  if (value === null) return <span className="dim">—</span>;
  const colour = value >= 0.9 ? OUTCOME_COLOUR.DONE : value >= 0.6 ? OUTCOME_COLOUR.PARTIAL : OUTCOME_COLOUR.MISSED;
  return (
    <span className="rate">
      <i>
        <em style={{ width: `${value * 100}%`, background: colour }} />
      </i>
      <span className="number">{Math.floor(value * 100)}%</span>
    </span>
  );
}

/** How many windows of a road are undone, and how long the first of them still runs. */
function Undone({ road, now }: { road: RoadRow; now: number }) {
  const end = firstEnd(road.rows, now);
  if (end === null) return <span className="dim">—</span>;
  return (
    <span className="undone">
      <b className="number">{road.undone}</b> <Countdown end={end} />
    </span>
  );
}

/** By the server's clock. */
function Countdown({ end }: { end: number }) {
  const store = useStore();
  useEvery(1000);
  const left = end - store.now();
  return <span className={left <= 3_600_000 ? 'number bad' : 'number'}>{duration(left)}</span>;
}

interface PassesProps {
  road: RoadRow;
  now: number;
  orders: readonly RoadOrder[];
  onSent: () => void;
}

function Passes({ road, now, orders, onSent }: PassesProps) {
  const t = useText();
  const kerb = useKerbs();
  const columns: TableColumnsType<PassRow> = [
    { title: t.sweeping.segment, width: 86, dataIndex: 'segmentId' },
    { title: t.sweeping.side, width: 88, render: (_, row) => kerb([row.segmentId], row.side) },
    { title: t.sweeping.op, width: 74, render: (_, row) => t.op[row.op] },
    { title: t.sweeping.window, width: 96, render: (_, row) => <span className="number">{windowOf(row)}</span> },
    { title: t.sweeping.passes, width: 52, align: 'right', render: (_, row) => <span className="number">{row.done}/{row.required}</span> },
    { title: t.sweeping.coverage, width: 96, render: (_, row) => <Rate value={row.coverage} /> },
    { title: t.sweeping.result, width: 132, render: (_, row) => <Outcome row={row} now={now} />, sorter: (a, b) => a.result.localeCompare(b.result) },
    { title: t.sweeping.work, width: 96, render: (_, row) => <span className="number">{row.first ? `${clockMinutes(row.first)}–${clockMinutes(row.last ?? row.first)}` : '—'}</span> },
    { title: t.sweeping.plates, width: 110, ellipsis: true, render: (_, row) => row.plates.join(' ') || '—' },
  ];
  return (
    <>
      {road.rows.some((row) => isUndone(row, now)) && <Able road={road} now={now} orders={orders} onSent={onSent} />}
      {orders.length > 0 && <Orders orders={orders} />}
      <Table<PassRow>
        size="small"
        className="passes"
        rowKey={(row) => [row.requirementId, row.segmentId, row.side, row.op, row.windowStart].join(' ')}
        columns={columns}
        dataSource={road.rows}
        pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
        showSorterTooltip={false}
        scroll={{ x: 830 }}
      />
    </>
  );
}

function Outcome({ row, now }: { row: PassRow; now: number }) {
  const t = useText();
  const outcome = shownOutcome(row, now);
  return (
    <span className="mark" style={{ color: OUTCOME_COLOUR[outcome] }}>
      <i style={{ background: OUTCOME_COLOUR[outcome] }} />
      {t.outcome[outcome]}
      {isUndone(row, now) && <Countdown end={Date.parse(row.windowEnd)} />}
    </span>
  );
}
