import { App, Button, DatePicker, Input, InputNumber, Select, Switch, Table, Tooltip, type TableColumnsType } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo, useState } from 'react';
import { api } from '../../api/api';
import type { Catalogue, Parameter } from '../../api/ruleTypes';
import { useRequest, useSize, useStore } from '../../common/hooks';
import { mayTryRules, useUser } from '../../common/user';
import { day } from '../../domain/time';
import { useLanguage, word } from '../../i18n/language';
import { meaningOf } from './meaning';
import { find, parametersOf, readers, withValue, type Tried } from './parameters';
import { ProposeButton } from './ProposeButton';

const HEADER = 36;
const FORMAT = 'YYYY-MM-DD';
const FIRST_DAYS = 2;

interface Props {
  catalogue: Catalogue;
  onFiled: (id: string) => void;
  onProposed: () => void;
}

/** The table of parameters, of the city or of one fleet, with a column for others, to try them on a period or to propose them. */
export function TrialDesk({ catalogue, onFiled, onProposed }: Props) {
  const { t, language } = useLanguage();
  const [tried, setTried] = useState<Tried>({});
  const [company, setCompany] = useState('');
  const [words, setWords] = useState('');
  const [onlyTried, setOnlyTried] = useState(false);
  const meaning = (one: Parameter) => meaningOf(one, language);
  const parameters = useMemo(() => parametersOf(catalogue, company), [catalogue, company]);
  const found = find(parameters, words, meaning).filter((one) => !onlyTried || one.name in tried);
  return (
    <>
      <div className="toolbar rules-trial">
        <Input.Search allowClear placeholder={t.rules.search} aria-label={t.rules.search} value={words} onChange={({ target }) => setWords(target.value)} style={{ width: 230 }} />
        <label>
          <Switch size="small" checked={onlyTried} onChange={setOnlyTried} /> {t.rules.onlyTried}
        </label>
        <FleetSelect
          value={company}
          onChange={(value) => {
            setCompany(value);
            setTried({});
          }}
        />
        {catalogue.fleets.length > 0 && <span className="dim">{t.rules.fleets(catalogue.fleets.map((fleet) => fleet.company).join('、'))}</span>}
        <TrialOrder company={company} tried={tried} onFiled={onFiled} />
        <ProposeButton catalogue={catalogue} company={company} values={tried} onProposed={onProposed} />
      </div>
      <ParameterTable parameters={found} tried={tried} onTry={(one, value) => setTried(withValue(tried, one, value))} />
    </>
  );
}

/** Whose parameters: the city's, or those of one company. */
function FleetSelect({ value, onChange }: { value: string; onChange: (company: string) => void }) {
  const { t } = useLanguage();
  const request = useRequest(() => api.companies(), []);
  const companies = (request.data?.companies ?? []).map(({ name }) => ({ value: name, label: name }));
  return <Select showSearch aria-label={t.rules.fleet} value={value} onChange={onChange} options={[{ value: '', label: t.rules.city }, ...companies]} style={{ minWidth: 130 }} popupMatchSelectWidth={false} data-fleet />;
}

function TrialOrder({ company, tried, onFiled }: { company: string; tried: Tried; onFiled: (id: string) => void }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const user = useUser();
  const store = useStore();
  const today = dayjs(day(store.now()));
  const [period, setPeriod] = useState<[Dayjs, Dayjs]>([today.subtract(FIRST_DAYS, 'day'), today]);
  const [filing, setFiling] = useState(false);
  const nothing = Object.keys(tried).length === 0;
  const why = !mayTryRules(user) ? t.rules.forbidden : nothing ? t.rules.nothingTried : t.rules.hint;
  const file = () => {
    setFiling(true);
    const [from, to] = period;
    api
      .tryParameters(`${from.format(FORMAT)}T00:00:00+08:00`, `${to.add(1, 'day').format(FORMAT)}T00:00:00+08:00`, company, tried)
      .then(({ id }) => onFiled(id))
      .catch((error: Error) => message.error(error.message))
      .finally(() => setFiling(false));
  };
  return (
    <span className="rules-order">
      <DatePicker.RangePicker allowClear={false} value={period} aria-label={t.rules.period} onChange={(days) => days?.[0] && days[1] && setPeriod([days[0], days[1]])} />
      <Tooltip title={why}>
        <Button type="primary" loading={filing} disabled={nothing || !mayTryRules(user)} onClick={file} data-try>
          {t.rules.run}
        </Button>
      </Tooltip>
    </span>
  );
}

interface TableProps {
  parameters: Parameter[];
  tried: Tried;
  onTry: (parameter: Parameter, value: number | null) => void;
}

function ParameterTable({ parameters, tried, onTry }: TableProps) {
  const { t, language } = useLanguage();
  const [box, , height] = useSize<HTMLDivElement>();
  const columns = useMemo<TableColumnsType<Parameter>>(
    () => [
      { title: t.rules.rule, width: 110, render: (_, one) => <span className="dim">{readers(one)}</span>, sorter: (a, b) => readers(a).localeCompare(readers(b)) },
      { title: t.rules.meaning, width: 420, render: (_, one) => meaningOf(one, language) },
      { title: t.rules.name, width: 170, render: (_, one) => <code>{one.name}</code>, sorter: (a, b) => a.name.localeCompare(b.name) },
      { title: t.rules.value, width: 96, align: 'right', render: (_, one) => <Value parameter={one} /> },
      { title: t.rules.unit, width: 80, render: (_, one) => one.unit && word(t.rules.units, one.unit) },
      {
        title: t.rules.tried,
        width: 130,
        render: (_, one) => (
          <InputNumber size="small" min={0} aria-label={`${t.rules.tried} ${one.name}`} placeholder={String(one.value)} value={tried[one.name] ?? null} onChange={(value) => onTry(one, value)} data-parameter={one.name} />
        ),
      },
    ],
    [t, language, tried, onTry],
  );
  return (
    <div className="fill panel" ref={box}>
      <Table<Parameter>
        size="small"
        virtual
        rowKey="name"
        columns={columns}
        dataSource={parameters}
        pagination={false}
        showSorterTooltip={false}
        rowClassName={({ name }) => (name in tried ? 'rules-tried' : '')}
        scroll={{ x: 1006, y: Math.max(100, height - HEADER) }}
      />
    </div>
  );
}

function Value({ parameter: { value, initial } }: { parameter: Parameter }) {
  const { t } = useLanguage();
  if (value === initial) return <span className="number">{value}</span>;
  return (
    <Tooltip title={`${t.rules.overridden}: ${initial}`}>
      <b className="number warn">{value}</b>
    </Tooltip>
  );
}
