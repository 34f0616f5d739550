import { AutoComplete, DatePicker, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { PlanLayer } from '../../api/planTypes';
import { useStore } from '../../common/hooks';
import { fromPicker, toPicker } from '../../common/picker';
import { useText } from '../../i18n/language';
import { idsOf } from './items';
import type { Plan } from './usePlan';

const GROUNDS = ['DISPOSAL', 'BACKFILL', 'PLANT', 'TRANSFER'];

interface Props {
  layer: PlanLayer;
  name: string;
  value: string;
  /** Shown and not to be changed. */
  fixed: boolean;
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

function Control({ name, value, fixed, plan, onChange, label }: Props & { label: string }): ReactNode {
  const t = useText();
  const store = useStore();
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

function hintOf(name: string, t: ReturnType<typeof useText>): string | undefined {
  if (name === 'daily_from' || name === 'daily_to') return t.plan.hint.time;
  return (t.plan.hint as Record<string, string>)[name];
}
