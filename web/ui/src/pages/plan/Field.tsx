import { AutoComplete, DatePicker, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { PlanLayer } from '../../api/planTypes';
import type { Side } from '../../api/types';
import { useStore } from '../../common/hooks';
import { fromPicker, toPicker } from '../../common/picker';
import { useText } from '../../i18n/language';
import { useCity } from '../../map/CityMap';
import { idsOf } from './items';
import type { Plan } from './usePlan';

const GROUNDS = ['DISPOSAL', 'BACKFILL', 'PLANT', 'TRANSFER'];

interface Props {
  layer: PlanLayer;
  name: string;
  value: string;
  /** Shown and not to be changed. */
  fixed: boolean;
  /** The whole row: one column may leave no choice in another. */
  columns: Record<string, string>;
  plan: Plan;
  onChange: (text: string) => void;
}

/** One column of a row, asked for as what it is. */
export function Field(props: Props) {
  const t = useText();
  const label = t.plan.field[props.name as keyof typeof t.plan.field];
  return (
    <label className="plan-field">
      <span>{label}</span>
      <Control {...props} label={label} />
    </label>
  );
}

function Control({ layer, name, value, fixed, columns, plan, onChange, label }: Props & { label: string }): ReactNode {
  const t = useText();
  const store = useStore();
  const { data: city } = useCity();
  const places = (kinds: readonly string[]) => plan.items.places.filter(({ columns }) => kinds.includes(columns.kind)).map(({ id, columns }) => ({ value: id, label: `${columns.name || id} (${id})` }));
  const common = { 'aria-label': label, disabled: fixed };
  switch (name) {
    case 'kind':
      return <Select {...common} showSearch optionFilterProp="label" value={value || undefined} onChange={onChange} options={Object.entries(t.place).map(([kind, text]) => ({ value: kind, label: text }))} />;
    case 'site_id':
      return <Select {...common} showSearch optionFilterProp="label" value={value || undefined} onChange={onChange} options={places(['SITE'])} />;
    case 'disposal_ids':
      return <Select {...common} mode="multiple" optionFilterProp="label" value={idsOf(value)} onChange={(ids: string[]) => onChange(ids.join(';'))} options={places(GROUNDS)} />;
    case 'route_ids':
      return <Select {...common} mode="multiple" value={idsOf(value)} onChange={(ids: string[]) => onChange(ids.join(';'))} options={plan.items.routes.map(({ id }) => ({ value: id, label: id }))} />;
    case 'op':
      return <Select {...common} value={value || undefined} onChange={onChange} options={optionsOf(t.op)} />;
    case 'segment_id':
      return (
        <Select
          {...common}
          disabled={fixed || Boolean(columns.grade)}
          showSearch
          allowClear
          optionFilterProp="label"
          placeholder={t.plan.hint.segment}
          value={value || undefined}
          onChange={(id?: string) => onChange(id ?? '')}
          options={city?.segments.features.map(({ properties: { id } }) => ({ value: id, label: [plan.roadOf(id), id].filter(Boolean).join(' · ') })).sort((a, b) => a.label.localeCompare(b.label, 'zh-CN', { numeric: true }))}
        />
      );
    case 'grade':
      return <Select {...common} disabled={fixed || Boolean(columns.segment_id)} allowClear placeholder={t.plan.hint.grade} value={value || undefined} onChange={(grade?: string) => onChange(grade ?? '')} options={optionsOf(t.roadGrade)} />;
    case 'side':
      return <Select {...common} value={value || 'BOTH'} onChange={onChange} options={SIDES.map((side) => ({ value: side, label: plan.sideOf(columns.segment_id ?? '', side) }))} />;
    case 'per':
      return <Select {...common} value={value || 'DAY'} onChange={onChange} options={[{ value: 'DAY', label: t.plan.perDay }, { value: 'WEEK', label: t.plan.perWeek }]} />;
    case 'days':
      return (
        <Select
          {...common}
          mode="multiple"
          placeholder={t.plan.everyDay}
          // all of them is what none of them says
          value={daysOf(value).length === DAYS ? [] : daysOf(value)}
          onChange={(days: string[]) => onChange([...days].sort().join(','))}
          options={t.plan.weekdays.map((text, i) => ({ value: String(i + 1), label: t.plan.onDays(text) }))}
        />
      );
    case 'contractor':
      return <Select {...common} showSearch allowClear placeholder={t.plan.anyContractor} value={value || undefined} onChange={(company?: string) => onChange(company ?? '')} options={contractorsOf(layer, store.vehicles.values()).map((company) => ({ value: company }))} />;
    case 'plate':
      return (
        <AutoComplete
          {...common}
          value={value}
          onChange={onChange}
          options={[...store.vehicles.values()].filter(({ kind }) => kind === 'MUCK_TRUCK').map(({ plate }) => ({ value: plate }))}
          filterOption={(words, option) => option?.value.toLowerCase().includes(words.toLowerCase()) ?? false}
        />
      );
    case 'valid_from':
    case 'valid_to':
      return (
        <DatePicker
          {...common}
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          placeholder={name === 'valid_from' ? t.plan.always : t.plan.forever}
          value={value ? toPicker(Date.parse(value)) : null}
          onChange={(date) => onChange(date ? new Date(fromPicker(date)).toISOString() : '')}
        />
      );
    default:
      return <Input {...common} value={value} maxLength={200} placeholder={hintOf(name, t)} onChange={({ target }) => onChange(target.value)} data-field={name} />;
  }
}

const DAYS = 7;

const daysOf = (text: string): string[] => text.split(',').filter(Boolean);

const SIDES: readonly Side[] = ['BOTH', 'FWD', 'REV'];

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** The companies with vehicles for such work. */
function contractorsOf(layer: PlanLayer, vehicles: Iterable<{ kind: string; company: string }>): string[] {
  const fits = (kind: string) => (layer === 'collection_points' ? kind === 'COLLECTION_TRUCK' : kind !== 'COLLECTION_TRUCK' && kind !== 'MUCK_TRUCK');
  return [...new Set([...vehicles].filter(({ kind }) => fits(kind)).map(({ company }) => company))].filter(Boolean).sort((a, b) => a.localeCompare(b, 'zh-CN'));
}

function hintOf(name: string, t: ReturnType<typeof useText>): string | undefined {
  if (['daily_from', 'daily_to', 'window_from', 'window_to'].includes(name)) return t.plan.hint.time;
  return (t.plan.hint as Record<string, string>)[name];
}
