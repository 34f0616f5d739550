import { DatePicker, Select, Segmented } from 'antd';
import type { Dayjs } from 'dayjs';
import type { Grade } from '../../api/types';
import { ExportMenu } from '../../common/ExportMenu';
import { useStore } from '../../common/hooks';
import { fromPicker, toPicker } from '../../common/picker';
import { useText } from '../../i18n/language';
import type { Filter } from './useAlertList';

const ALL = 'ALL';
const REVIEWS = ['OPEN', 'CONFIRMED', 'REJECTED'] as const;
const GRADES: readonly Grade[] = ['A', 'B', 'C'];
const SEVERITIES = [4, 3, 2] as const;
const MOST_SEVERE = SEVERITIES[0];

const moment = (date: Dayjs | null | undefined): string | undefined => (date ? new Date(fromPicker(date)).toISOString() : undefined);

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
          className="filter-rule"
          aria-label={t.column.rule}
          placeholder={t.column.rule}
          value={filter.rule}
          onChange={(rule) => onFilter({ ...filter, rule })}
          options={Object.entries(t.rule).map(([value, label]) => ({ value, label: `${value} ${label}` }))}
          popupMatchSelectWidth={200}
        />
        <ExportMenu compact table="alerts" span={filter.from && filter.to ? { from: Date.parse(filter.from), to: Date.parse(filter.to) } : undefined} />
        <Select
          allowClear
          className="filter-grade"
          aria-label={t.column.grade}
          placeholder={t.column.grade}
          value={filter.grade}
          onChange={(grade) => onFilter({ ...filter, grade })}
          options={GRADES.map((value) => ({ value, label: t.grade[value] }))}
          popupMatchSelectWidth={180}
        />
        <Select
          allowClear
          aria-label={t.column.severity}
          placeholder={t.desk.severity}
          value={filter.severity}
          onChange={(severity) => onFilter({ ...filter, severity })}
          options={SEVERITIES.map((value) => ({ value, label: value === MOST_SEVERE ? t.severity[value] : t.desk.severityFrom(t.severity[value]) }))}
          popupMatchSelectWidth={160}
        />
        <Select
          allowClear
          showSearch
          className="filter-plate"
          aria-label={t.column.plate}
          placeholder={t.column.plate}
          value={filter.plate}
          onChange={(plate) => onFilter({ ...filter, plate })}
          options={plates.map((value) => ({ value, label: value }))}
          popupMatchSelectWidth={160}
        />
        <DatePicker.RangePicker
          showTime={{ format: 'HH:mm' }}
          format="MM-DD HH:mm"
          aria-label={t.common.period}
          value={filter.from && filter.to ? [toPicker(Date.parse(filter.from)), toPicker(Date.parse(filter.to))] : null}
          onChange={(dates) => onFilter({ ...filter, from: moment(dates?.[0]), to: moment(dates?.[1]) })}
        />
      </div>
    </div>
  );
}
