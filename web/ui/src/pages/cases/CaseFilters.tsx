import { SearchOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import type { CaseRow, CaseType } from '../../api/caseTypes';
import { ExportMenu } from '../../common/ExportMenu';
import { routeTo } from '../../common/route';
import { useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import { isAsked, levelOf, type BoardFilter } from './board';
import { ReportLead } from './lead/ReportLead';
import { hasDuties } from './mine';

interface Props {
  rows: readonly CaseRow[];
  /** How many on the ledger are to be looked at again. */
  reviews: number;
  now: number;
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
  map: boolean;
  onMap: (shown: boolean) => void;
  onReported: () => void;
}

export function CaseFilters({ rows, reviews, now, filter, onFilter, map, onMap, onReported }: Props) {
  const t = useText();
  const user = useUser();
  const levels = rows.map((row) => levelOf(row, now));
  const urge = levels.filter((level) => level === 'urge').length;
  const overdue = levels.filter((level) => level === 'due').length + urge;
  const asked = rows.filter(isAsked).length;
  const plates = [...new Set([filter.plate ?? '', ...rows.map(({ plate }) => plate)])].filter(Boolean).sort();
  return (
    <div className="toolbar case-filters" data-open={rows.length}>
      <b className="number">{t.cases.open(rows.length)}</b>
      {overdue > 0 && <span className="bad number">{t.cases.overdueCount(overdue)}</span>}
      {urge > 0 && <span className="bad number">{t.cases.urgeCount(urge)}</span>}
      <Select
        allowClear
        placeholder={t.cases.allTypes}
        aria-label={t.cases.allTypes}
        value={filter.type}
        onChange={(type) => onFilter({ ...filter, type })}
        options={Object.entries(t.cases.type).map(([value, label]) => ({ value: value as CaseType, label }))}
      />
      <Select
        allowClear
        showSearch
        placeholder={t.cases.allPlates}
        aria-label={t.cases.allPlates}
        value={filter.plate}
        onChange={(plate) => onFilter({ ...filter, plate })}
        options={plates.map((value) => ({ value, label: value }))}
      />
      <div className="kinds">
        {hasDuties(user) && (
          <button type="button" className={filter.mine ? 'on' : ''} aria-pressed={filter.mine} onClick={() => onFilter({ ...filter, mine: !filter.mine })}>
            {t.cases.mine}
          </button>
        )}
        <button type="button" className={filter.overdue ? 'on' : ''} aria-pressed={filter.overdue} onClick={() => onFilter({ ...filter, overdue: !filter.overdue })}>
          {t.cases.overdue}
        </button>
        {(asked > 0 || filter.asked) && (
          <button type="button" className={filter.asked ? 'on' : ''} aria-pressed={filter.asked} data-asked={asked} onClick={() => onFilter({ ...filter, asked: !filter.asked })}>
            {t.cases.askedCount(asked)}
          </button>
        )}
        {(reviews > 0 || filter.reviews) && (
          <button type="button" className={filter.reviews ? 'on' : ''} aria-pressed={filter.reviews} data-reviews={reviews} onClick={() => onFilter({ ...filter, reviews: !filter.reviews })}>
            {t.cases.reviewCount(reviews)}
          </button>
        )}
        <button type="button" className={map ? 'on' : ''} aria-pressed={map} data-map-button="" onClick={() => onMap(!map)}>
          {t.cases.showMap}
        </button>
      </div>
      <ReportLead onFiled={onReported} />
      <a className="case-search-way" href={routeTo('cases', 'search')} data-search-cases="">
        <SearchOutlined /> {t.cases.search.title}
      </a>
      <ExportMenu table="cases" />
      <span className="dim case-keys">{t.cases.keys}</span>
    </div>
  );
}
