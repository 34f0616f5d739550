import { Select, Segmented } from 'antd';
import type { Grade } from '../../api/types';
import { ExportMenu } from '../../common/ExportMenu';
import { useStore } from '../../common/hooks';
import { useText } from '../../i18n/language';
import type { Filter } from './useAlertList';

const ALL = 'ALL';
const REVIEWS = ['OPEN', 'CONFIRMED', 'REJECTED'] as const;
const GRADES: readonly Grade[] = ['A', 'B', 'C'];

export function AlertFilters({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const t = useText();
  const store = useStore();
  const plates = [...store.vehicles.keys()].sort();
  return (
    <div className="filters">
      <Segmented
        block
        value={filter.review ?? ALL}
        onChange={(value) => onFilter({ ...filter, review: REVIEWS.find((review) => review === value) })}
        options={[...REVIEWS.map((value) => ({ value: value as string, label: t.review[value] })), { value: ALL, label: t.common.all }]}
      />
      <div className="filter-row">
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label={t.column.rule}
          placeholder={t.column.rule}
          value={filter.rule}
          onChange={(rule) => onFilter({ ...filter, rule })}
          options={Object.entries(t.rule).map(([value, label]) => ({ value, label: `${value} ${label}` }))}
          popupMatchSelectWidth={200}
        />
        <ExportMenu compact table="alerts" />
        <Select
          allowClear
          aria-label={t.column.grade}
          placeholder={t.column.grade}
          value={filter.grade}
          onChange={(grade) => onFilter({ ...filter, grade })}
          options={GRADES.map((value) => ({ value, label: t.grade[value] }))}
          popupMatchSelectWidth={180}
        />
        <Select
          allowClear
          showSearch
          aria-label={t.column.plate}
          placeholder={t.column.plate}
          value={filter.plate}
          onChange={(plate) => onFilter({ ...filter, plate })}
          options={plates.map((value) => ({ value, label: value }))}
          popupMatchSelectWidth={160}
        />
      </div>
    </div>
  );
}
