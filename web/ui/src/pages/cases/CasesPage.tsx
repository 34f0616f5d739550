import { Spin } from 'antd';
import { useState } from 'react';
import type { CaseRow } from '../../api/caseTypes';
import { useEvery, useKept, useStore } from '../../common/hooks';
import { later } from '../../common/Later';
import { useRoute } from '../../common/route';
import { Failed, Nothing } from '../../common/States';
import { useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import '../../style/cases.css';
import { EVERYTHING, OPEN_STAGES, answersFilter, columnsOf, reviewColumn } from './board';
import { CaseColumns } from './CaseColumns';
import { CaseFilters } from './CaseFilters';
import { EndedCases } from './EndedCases';
import { waitsFor } from './mine';
import { useBoardKeys } from './useBoardKeys';
import { useOpenCases, type OpenCases } from './useOpenCases';

/** px, from which on the board keeps its columns beside a map. */
const ROOM_FOR_A_MAP = 1500;

const CasesMap = later(() => import('./CasesMap'));
const CaseDesk = later(() => import('./CaseDesk'));
const SearchPage = later(() => import('./search/SearchPage'));

/** 案件: what is open by stage, with the limit of each, and the chosen one beside it; or a search among all. */
export default function CasesPage() {
  return useRoute().argument === 'search' ? <SearchPage /> : <BoardPage />;
}

function BoardPage() {
  const open = useOpenCases();
  if (open.rows !== null) return <Board open={open} rows={open.rows} />;
  if (open.error) return <Failed error={open.error} retry={open.reload} />;
  return (
    <div className="centred">
      <Spin />
    </div>
  );
}

function Board({ open, rows }: { open: OpenCases; rows: readonly CaseRow[] }) {
  const user = useUser();
  const store = useStore();
  const { argument } = useRoute();
  const [filter, setFilter] = useState(EVERYTHING);
  const [map, setMap] = useKept('cases.map', innerWidth >= ROOM_FOR_A_MAP);
  useEvery(1000);
  const now = store.now();
  const selected = /^\d{1,15}$/.test(argument) ? Number(argument) : null;
  const shown = rows.filter((row) => answersFilter(row, filter, (one) => waitsFor(user, one), now));
  const columns = filter.reviews ? [reviewColumn(open.reviews, filter)] : columnsOf(OPEN_STAGES, shown, now);
  const any = columns.some((column) => column.rows.length > 0);
  useBoardKeys(columns, selected);
  return (
    <div className="cases">
      <CaseFilters rows={rows} reviews={open.reviews.length} now={now} filter={filter} onFilter={setFilter} map={map} onMap={setMap} onReported={open.reload} />
      {open.error && (
        <p className="cases-lost bad" role="alert">
          {open.error.message}
        </p>
      )}
      <div className={`case-desk ${selected === null ? (map ? 'with-map' : '') : 'with-detail'}`}>
        <div className="case-board">
          {any ? <CaseColumns columns={columns} now={now} selected={selected} /> : <NoCases any={rows.length > 0} />}
          <EndedCases filter={filter} now={now} selected={selected} turn={rows.map(({ id }) => id).join()} />
        </div>
        {selected === null && map && <CasesMap rows={shown} now={now} />}
        {selected !== null && <CaseDesk id={selected} seen={[...rows, ...open.reviews].find(({ id }) => id === selected)?.version} now={now} onMoved={open.reload} />}
      </div>
    </div>
  );
}

function NoCases({ any }: { any: boolean }) {
  const t = useText();
  const user = useUser();
  if (any) return <Nothing title={t.cases.emptyFilter} hint={t.cases.emptyFilterHint} />;
  return user.seesCity ? <Nothing title={t.cases.empty} hint={t.cases.emptyHint} /> : <Nothing title={t.cases.emptyOwn} hint={t.cases.emptyOwnHint} />;
}
