import { InputNumber, Select, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import type { CaseLimit } from '../../../api/caseTypes';
import type { LimitProposal, LimitRow, Limits, LimitVersion } from '../../../api/limitTypes';
import { dateTime } from '../../../domain/time';
import { useText } from '../../../i18n/language';
import { limitText } from '../../cases/words';
import { RANGE, UNITS, sameLimit, setterOf, withWish } from './limits';

interface Props {
  rows: LimitRow[];
  versions: LimitVersion[];
  proposals: LimitProposal[];
  /** Null where the reader may not propose others. */
  wishes: Limits | null;
  onWish: (wishes: Limits) => void;
}

/** The table: each row with what holds, what is usual, and who has changed it. */
export function LimitRows({ rows, versions, proposals, wishes, onWish }: Props) {
  const t = useText();
  const columns = useMemo<TableColumnsType<LimitRow>>(
    () => [
      { title: t.limits.type, width: 96, render: (_, { type }) => t.cases.type[type] },
      { title: t.limits.stage, width: 110, render: (_, { term }) => <span title={t.limits.meaning[term]}>{t.limits.term[term]}</span> },
      { title: t.rules.value, width: 110, align: 'right', render: (_, row) => (sameLimit(row.limit, row.initial) ? <span className="number">{limitText(row.limit, t)}</span> : <b className="number warn">{limitText(row.limit, t)}</b>) },
      { title: t.limits.initial, width: 110, align: 'right', render: (_, { initial }) => <span className="number dim">{limitText(initial, t)}</span> },
      { title: t.limits.setBy, width: 150, render: (_, row) => <Setter row={row} versions={versions} proposals={proposals} /> },
      ...(wishes ? [{ title: t.limits.wish, width: 230, render: (_: unknown, row: LimitRow) => <Wish row={row} wish={wishes[row.row] ?? null} onWish={(wish) => onWish(withWish(wishes, row, wish))} /> }] : []),
    ],
    [t, versions, proposals, wishes, onWish],
  );
  return (
    <Table<LimitRow>
      size="small"
      rowKey="row"
      sticky
      columns={columns}
      dataSource={rows}
      pagination={false}
      rowClassName={({ row }) => (wishes && row in wishes ? 'rules-tried' : '')}
      onRow={({ row, limit }) => ({ 'data-limit-row': row, 'data-limit': `${limit.amount} ${limit.unit}` }) as React.HTMLAttributes<HTMLElement>}
      scroll={{ x: wishes ? 806 : 576 }}
    />
  );
}

function Setter({ row, versions, proposals }: Pick<Props, 'versions' | 'proposals'> & { row: LimitRow }) {
  const t = useText();
  if (row.version === 1) return <span className="dim">—</span>;
  const setter = setterOf(row, versions, proposals);
  return (
    <span title={setter?.from ? t.limits.since(dateTime(setter.from).slice(0, 16)) : undefined}>
      {setter?.by} <span className="dim">{t.limits.ofVersion(row.version)}</span>
    </span>
  );
}

function Wish({ row, wish, onWish }: { row: LimitRow; wish: CaseLimit | null; onWish: (wish: CaseLimit | null) => void }) {
  const t = useText();
  const { limit } = row;
  const [least, most] = RANGE[wish?.unit ?? limit.unit];
  return (
    <span className="limit-wish">
      <InputNumber
        size="small"
        min={least}
        max={most}
        aria-label={`${t.limits.wish} ${row.row}`}
        placeholder={String(limit.amount)}
        value={wish?.amount ?? null}
        onChange={(amount) => onWish(amount === null ? null : { amount, unit: wish?.unit ?? limit.unit })}
        data-limit-amount={row.row}
      />
      <Select
        size="small"
        aria-label={`${t.rules.unit} ${row.row}`}
        value={wish?.unit ?? limit.unit}
        onChange={(unit) => onWish({ amount: wish?.amount ?? limit.amount, unit })}
        options={UNITS.map((value) => ({ value, label: t.cases.unit[value] }))}
        popupMatchSelectWidth={false}
      />
    </span>
  );
}
