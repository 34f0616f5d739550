import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState, type FormEvent } from 'react';
import type { CaseType, Stage } from '../../../api/caseTypes';
import { useStore } from '../../../common/hooks';
import { useText } from '../../../i18n/language';
import { isEmpty, NOTHING, numberIn, type CaseSearch } from './search';

const FORMAT = 'YYYY-MM-DD';
const LONGEST = 60;

interface Props {
  search: CaseSearch;
  onSearch: (search: CaseSearch) => void;
}

/** The fields of a search; it is asked with Enter in any of them, or with the button. */
export function SearchForm({ search, onSearch }: Props) {
  const t = useText();
  const store = useStore();
  const words = t.cases.search;
  const [draft, setDraft] = useState(search);
  const set = (change: Partial<CaseSearch>) => setDraft((old) => ({ ...old, ...change }));
  const ask = (event: FormEvent) => {
    event.preventDefault();
    onSearch(draft);
  };
  const plates = [...store.vehicles.keys()].sort();
  const companies = [...new Set([...store.vehicles.values()].map(({ company }) => company))].sort();
  const among = (all: readonly string[], text: string) => all.filter((one) => one.toLowerCase().includes(text.toLowerCase())).slice(0, 20).map((value) => ({ value }));
  return (
    <form className="case-search-form" role="search" aria-label={words.title} onSubmit={ask}>
      <Input autoFocus allowClear maxLength={LONGEST} value={draft.words} placeholder={words.words} aria-label={words.words} prefix={<SearchOutlined />} onChange={({ target }) => set({ words: target.value })} data-search-words="" />
      <Input allowClear inputMode="numeric" value={draft.number} placeholder={words.number} aria-label={words.number} onChange={({ target }) => set({ number: numberIn(target.value) })} />
      <AutoComplete allowClear value={draft.plate} placeholder={words.plate} aria-label={words.plate} options={among(plates, draft.plate)} onChange={(plate?: string) => set({ plate: plate ?? '' })} />
      <AutoComplete allowClear value={draft.company} placeholder={words.company} aria-label={words.company} options={among(companies, draft.company)} onChange={(company?: string) => set({ company: (company ?? '').slice(0, LONGEST) })} />
      <Select
        allowClear
        value={draft.type || undefined}
        placeholder={t.cases.allTypes}
        aria-label={t.cases.allTypes}
        onChange={(type?: CaseType) => set({ type: type ?? '' })}
        options={Object.entries(t.cases.type).map(([value, label]) => ({ value: value as CaseType, label }))}
      />
      <Select
        allowClear
        value={draft.stage || undefined}
        placeholder={words.allStages}
        aria-label={words.allStages}
        onChange={(stage?: Stage) => set({ stage: stage ?? '' })}
        options={Object.entries(t.cases.stage).map(([value, label]) => ({ value: value as Stage, label }))}
      />
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        value={[draft.from ? dayjs(draft.from) : null, draft.to ? dayjs(draft.to) : null]}
        aria-label={words.period}
        title={words.period}
        onChange={(days) => set({ from: days?.[0]?.format(FORMAT) ?? '', to: days?.[1]?.format(FORMAT) ?? '' })}
      />
      <span className="case-search-go">
        <Button type="primary" htmlType="submit" data-search-go="">
          {words.go}
        </Button>
        <Button disabled={isEmpty(draft) && isEmpty(search)} onClick={() => (setDraft(NOTHING), onSearch(NOTHING))}>
          {words.clear}
        </Button>
      </span>
    </form>
  );
}
