import { useState } from 'react';
import { api } from '../../../api/api';
import { Formats, TABLE_FORMATS } from '../../../common/ExportMenu';
import { useEvery, useStore } from '../../../common/hooks';
import { later } from '../../../common/Later';
import { go, routeTo, useRoute } from '../../../common/route';
import { usePageKeys } from '../../../common/usePageKeys';
import { mayExport, useUser } from '../../../common/user';
import { useText } from '../../../i18n/language';
import '../../../style/caseSearch.css';
import { FoundCases } from './FoundCases';
import { filterOf, queryOf, searchOf } from './search';
import { SearchForm } from './SearchForm';

const CaseDesk = later(() => import('../CaseDesk'));

/** 查旧案: a case among all that ever were. What is looked for and which is opened stands in the address. */
export default function SearchPage() {
  const t = useText();
  const user = useUser();
  const store = useStore();
  const { query } = useRoute();
  const [turn, setTurn] = useState(0);
  useEvery(1000);
  const search = searchOf(query, Object.keys(t.cases.type), Object.keys(t.cases.stage));
  const chosen = query.get('case') ?? '';
  const selected = /^\d{1,15}$/.test(chosen) ? Number(chosen) : null;
  const close = () => go('cases', 'search', queryOf(search));
  usePageKeys(selected !== null, { escape: close });
  return (
    <div className="cases case-search" data-case-search="">
      <div className="toolbar case-filters">
        <a href={routeTo('cases')} data-to-board="">
          ← {t.cases.search.toBoard}
        </a>
        <b>{t.cases.search.title}</b>
        <span className="dim">{t.cases.search.hint}</span>
        {mayExport(user) && <Formats formats={[...TABLE_FORMATS, 'GPKG']} span={() => null} address={(format) => api.foundCasesAddress(format, filterOf(search))} />}
      </div>
      <SearchForm key={JSON.stringify(search)} search={search} onSearch={(wanted) => go('cases', 'search', queryOf(wanted))} />
      <div className={`case-desk ${selected === null ? '' : 'with-detail'}`}>
        <div className="case-board" role="region" aria-label={t.cases.search.found} tabIndex={0}>
          <FoundCases search={search} selected={selected} turn={turn} />
        </div>
        {selected !== null && <CaseDesk id={selected} seen={undefined} now={store.now()} onMoved={() => setTurn((n) => n + 1)} onClose={close} />}
      </div>
    </div>
  );
}
