import { Table, type TableColumnsType } from 'antd';
import type { PassRow, RoadRow } from '../../api/types';
import { useSize } from '../../common/hooks';
import { OUTCOME_COLOUR } from '../../domain/colours';
import { clockMinutes } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import { shownOutcome, windowOf } from './board';

interface Props {
  roads: RoadRow[];
  now: number;
  selected: string | null;
  onSelect: (road: string) => void;
}

const HEADER = 34;

export function RoadTable({ roads, now, selected, onSelect }: Props) {
  const t = useText();
  const [box, , height] = useSize<HTMLDivElement>();
  const columns: TableColumnsType<RoadRow> = [
    { title: t.sweeping.road, render: (_, road) => <b>{road.road}</b>, ellipsis: true },
    { title: t.sweeping.grade, width: 84, render: (_, road) => word(t.roadGrade, road.grade) },
    { title: t.sweeping.contractor, width: 136, ellipsis: true, dataIndex: 'contractor' },
    { title: `${t.sweeping.done} / ${t.sweeping.required}`, width: 126, align: 'right', render: (_, road) => <span className="number">{road.done} / {road.required}</span>, sorter: (a, b) => a.required - a.done - (b.required - b.done) },
    { title: t.sweeping.rate, width: 120, render: (_, road) => <Rate value={road.rate} />, sorter: (a, b) => (a.rate ?? 1) - (b.rate ?? 1), defaultSortOrder: 'ascend' },
  ];
  return (
    <div className="fill" ref={box}>
      <Table<RoadRow>
        size="small"
        rowKey={(road) => `${road.road} ${road.contractor}`}
        columns={columns}
        dataSource={roads}
        pagination={false}
        showSorterTooltip={false}
        scroll={{ y: Math.max(100, height - HEADER) }}
        rowClassName={(road) => (road.road === selected ? 'row-selected' : '')}
        onRow={(road) => ({ onClick: () => onSelect(road.road) })}
        expandable={{ expandedRowRender: (road) => <Passes rows={road.rows} now={now} /> }}
      />
    </div>
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

function Passes({ rows, now }: { rows: PassRow[]; now: number }) {
  const t = useText();
  const columns: TableColumnsType<PassRow> = [
    { title: t.sweeping.segment, width: 86, dataIndex: 'segmentId' },
    { title: t.sweeping.side, width: 72, render: (_, row) => t.side[row.side] },
    { title: t.sweeping.op, width: 58, render: (_, row) => t.op[row.op] },
    { title: t.sweeping.window, width: 96, render: (_, row) => <span className="number">{windowOf(row)}</span> },
    { title: t.sweeping.passes, width: 52, align: 'right', render: (_, row) => <span className="number">{row.done}/{row.required}</span> },
    { title: t.sweeping.coverage, width: 96, render: (_, row) => <Rate value={row.coverage} /> },
    { title: t.sweeping.result, width: 78, render: (_, row) => <Outcome row={row} now={now} />, sorter: (a, b) => a.result.localeCompare(b.result) },
    { title: t.sweeping.work, width: 96, render: (_, row) => <span className="number">{row.first ? `${clockMinutes(row.first)}–${clockMinutes(row.last ?? row.first)}` : '—'}</span> },
    { title: t.sweeping.plates, width: 110, ellipsis: true, render: (_, row) => row.plates.join(' ') || '—' },
  ];
  return (
    <Table<PassRow>
      size="small"
      className="passes"
      rowKey={(row) => [row.requirementId, row.segmentId, row.side, row.op, row.windowStart].join(' ')}
      columns={columns}
      dataSource={rows}
      pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
      showSorterTooltip={false}
      scroll={{ x: 744 }}
    />
  );
}

function Outcome({ row, now }: { row: PassRow; now: number }) {
  const t = useText();
  const outcome = shownOutcome(row, now);
  return (
    <span className="mark" style={{ color: OUTCOME_COLOUR[outcome] }}>
      <i style={{ background: OUTCOME_COLOUR[outcome] }} />
      {t.outcome[outcome]}
    </span>
  );
}
