import { Table, Tag, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { api } from '../../api/api';
import type { AlertChange, Catalogue, RuleDifference, TrialResult } from '../../api/ruleTypes';
import { useRequest } from '../../common/hooks';
import { VehicleLink } from '../../common/Marks';
import { opens } from '../../common/opens';
import { Loaded, Nothing } from '../../common/States';
import { monthDayTime } from '../../domain/time';
import { useLanguage, word } from '../../i18n/language';

const KINDS = ['ADDED', 'GONE', 'CHANGED'] as const;
const COLOUR = { ADDED: 'volcano', GONE: 'green', CHANGED: 'blue' } as const;
const PAGE = { pageSize: 50, showSizeChanger: false, hideOnSinglePage: true };

/** What a trial changes: numbers by rule, and below them the alarms. */
export function TrialOutcome({ id, catalogue }: { id: string; catalogue: Catalogue }) {
  const request = useRequest(() => api.trial(id), [id]);
  return <Loaded request={request}>{(result) => <Outcome result={result} catalogue={catalogue} />}</Loaded>;
}

function Outcome({ result, catalogue }: { result: TrialResult; catalogue: Catalogue }) {
  const { t } = useLanguage();
  const [rule, setRule] = useState<string | null>(null);
  const differing = result.rules.filter(({ added, gone, changed }) => added + gone + changed > 0);
  if (differing.length === 0) return <Nothing title={t.rules.noDifference} />;
  const changes = result.changes.filter((change) => rule === null || change.rule === rule);
  return (
    <div className="rules-outcome" data-outcome={result.id}>
      <ByRule rules={result.rules} catalogue={catalogue} chosen={rule} onChoose={setRule} />
      <h3>{t.rules.changes(changes.length)}</h3>
      <Changes changes={changes} />
    </div>
  );
}

interface ByRuleProps {
  rules: RuleDifference[];
  catalogue: Catalogue;
  chosen: string | null;
  onChoose: (rule: string | null) => void;
}

function ByRule({ rules, catalogue, chosen, onChoose }: ByRuleProps) {
  const { t, language } = useLanguage();
  const columns = useMemo<TableColumnsType<RuleDifference>>(() => {
    const name = (rule: string) => catalogue.rules.find((one) => one.rule === rule);
    const count = (title: string, of: (one: RuleDifference) => number, mark = '') => ({
      title,
      width: 70,
      align: 'right' as const,
      render: (_: unknown, one: RuleDifference) => <span className={of(one) > 0 ? `number ${mark}` : 'number dim'}>{of(one)}</span>,
    });
    return [
      { title: t.column.rule, render: (_, { rule }) => `${rule} ${(language === 'zh' ? name(rule)?.name : name(rule)?.nameEn) ?? ''}` },
      count(t.rules.before, (one) => one.before),
      count(t.rules.after, (one) => one.after),
      count(t.rules.kind.ADDED, (one) => one.added, 'bad'),
      count(t.rules.kind.GONE, (one) => one.gone, 'good'),
      count(t.rules.kind.CHANGED, (one) => one.changed, 'warn'),
      count(t.rules.same, (one) => one.same),
    ];
  }, [t, language, catalogue]);
  return (
    <Table<RuleDifference>
      size="small"
      rowKey="rule"
      columns={columns}
      dataSource={rules}
      pagination={false}
      rowClassName={({ rule }) => (rule === chosen ? 'rules-tried' : '')}
      onRow={({ rule }) => opens(() => onChoose(rule === chosen ? null : rule), { 'data-rule': rule })}
    />
  );
}

function Changes({ changes }: { changes: AlertChange[] }) {
  const { t } = useLanguage();
  const columns = useMemo<TableColumnsType<AlertChange>>(
    () => [
      { title: '', width: 76, render: (_, { kind }) => <Tag color={COLOUR[kind]}>{t.rules.kind[kind]}</Tag>, filters: KINDS.map((value) => ({ value, text: t.rules.kind[value] })), onFilter: (value, { kind }) => kind === value },
      { title: t.column.rule, width: 64, dataIndex: 'rule' },
      { title: t.column.plate, width: 108, render: (_, { plate }) => <VehicleLink plate={plate} /> },
      { title: t.rules.before, render: (_, { before }) => <Alarm alarm={before} /> },
      { title: t.rules.after, render: (_, { after }) => <Alarm alarm={after} /> },
    ],
    [t],
  );
  return <Table<AlertChange> size="small" rowKey={(change) => `${change.rule}${change.plate}${change.kind}${change.before?.start ?? change.after?.start}`} columns={columns} dataSource={changes} pagination={PAGE} />;
}

function Alarm({ alarm }: { alarm: AlertChange['before'] }) {
  const { t } = useLanguage();
  if (alarm === null) return <span className="dim">—</span>;
  return (
    <span className="number">
      {monthDayTime(alarm.start)} · {alarm.grade} · {t.severity[alarm.severity]} · {word(t.status, alarm.status)}
    </span>
  );
}
