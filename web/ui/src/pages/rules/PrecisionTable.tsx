import { Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { api } from '../../api/api';
import type { Catalogue, Precision } from '../../api/ruleTypes';
import { useRequest } from '../../common/hooks';
import { GradeMark } from '../../common/Marks';
import { PeriodPicker, useDayPeriod } from '../../common/PeriodPicker';
import { Loaded, Nothing } from '../../common/States';
import { useLanguage, word } from '../../i18n/language';

const FIRST_DAYS = 7;

/** How often the alarms of a period were right, by rule and grade. */
export function PrecisionTable({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useLanguage();
  const [period, setPeriod] = useDayPeriod(FIRST_DAYS);
  const request = useRequest(() => api.precision(period.from, period.to), [period]);
  return (
    <>
      <div className="toolbar">
        <PeriodPicker period={period} label={t.rules.period} onChange={setPeriod} />
        <span className="dim">{t.rules.precisionIntro}</span>
      </div>
      <Loaded request={request}>{({ rows }) => (rows.length === 0 ? <Nothing title={t.rules.noAlarms} /> : <Rows rows={rows} catalogue={catalogue} />)}</Loaded>
    </>
  );
}

function Rows({ rows, catalogue }: { rows: Precision[]; catalogue: Catalogue }) {
  const { t, language } = useLanguage();
  const columns = useMemo<TableColumnsType<Precision>>(() => {
    const name = (rule: string) => catalogue.rules.find((one) => one.rule === rule);
    const number = (n: number) => <span className="number">{n}</span>;
    return [
      { title: t.column.rule, width: 240, render: (_, { rule }) => `${rule} ${(language === 'zh' ? name(rule)?.name : name(rule)?.nameEn) ?? ''}`, sorter: (a, b) => a.rule.localeCompare(b.rule) },
      { title: t.column.grade, width: 70, render: (_, { grade }) => <GradeMark grade={grade} />, sorter: (a, b) => a.grade.localeCompare(b.grade) },
      { title: t.rules.alarms, width: 80, align: 'right', render: (_, one) => number(one.alarms), sorter: (a, b) => a.alarms - b.alarms },
      { title: t.rules.decided, width: 80, align: 'right', render: (_, one) => number(one.confirmed + one.rejected) },
      { title: t.review.CONFIRMED, width: 80, align: 'right', render: (_, one) => number(one.confirmed) },
      { title: t.review.REJECTED, width: 80, align: 'right', render: (_, one) => number(one.rejected) },
      { title: t.rules.precision, width: 170, render: (_, one) => <Share of={one.precision} />, sorter: (a, b) => (a.precision ?? -1) - (b.precision ?? -1) },
      {
        title: t.rules.reasons,
        render: (_, { reasons }) =>
          Object.entries(reasons)
            .map(([reason, n]) => `${word(t.rejectReason, reason)} ${n}`)
            .join(' · ') || '—',
      },
    ];
  }, [t, language, catalogue]);
  return (
    <div className="fill panel rules-scroll">
      <Table<Precision> size="small" rowKey={({ rule, grade }) => rule + grade} columns={columns} dataSource={rows} pagination={false} showSorterTooltip={false} />
    </div>
  );
}

function Share({ of }: { of: number | null }) {
  if (of === null) return <span className="dim">—</span>;
  return (
    <span className="rate">
      <i>
        <em style={{ width: `${of * 100}%`, background: 'var(--accent)' }} />
      </i>
      <b className="number">{(of * 100).toFixed(1)}%</b>
    </span>
  );
}
