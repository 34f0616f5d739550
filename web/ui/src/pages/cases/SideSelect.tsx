import { Select } from 'antd';
import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { useText } from '../../i18n/language';

const KINDS = ['SQUAD', 'DISTRICT', 'OPERATOR', 'PLACE'] as const;

/** A squad or a company, searched by its name. */
export function SideSelect({ value, onChange }: { value: number | null; onChange: (id: number) => void }) {
  const t = useText();
  const { data, error, loading } = useRequest(api.caseSides, []);
  const options = KINDS.map((kind) => ({
    label: t.cases.kind[kind],
    options: (data?.sides ?? []).filter((side) => side.kind === kind).map(({ id, name }) => ({ value: id, label: name })),
  }));
  return (
    <>
      <Select
        autoFocus
        showSearch={{ optionFilterProp: 'label' }}
        loading={loading}
        placeholder={t.cases.chooseSide}
        value={value}
        onChange={(id: number) => onChange(id)}
        options={options.filter((group) => group.options.length > 0)}
        data-sides={data?.sides.length}
      />
      {error && <p className="bad">{error.message}</p>}
    </>
  );
}
