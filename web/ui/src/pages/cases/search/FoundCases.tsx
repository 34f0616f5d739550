import { Button } from 'antd';
import { api } from '../../../api/api';
import type { CaseRow } from '../../../api/caseTypes';
import { GradeMark } from '../../../common/Marks';
import { routeTo } from '../../../common/route';
import { Failed, Loaded, Nothing } from '../../../common/States';
import { usePages } from '../../../common/usePages';
import { dateTime } from '../../../domain/time';
import { useText } from '../../../i18n/language';
import { titleOf } from '../words';
import { filterOf, queryOf, type CaseSearch } from './search';

const PAGE = 50;

interface Props {
  search: CaseSearch;
  selected: number | null;
  /** Read anew when this changes. */
  turn: number;
}

/** What a search has found, newest first; more is asked for at its end. */
export function FoundCases({ search, selected, turn }: Props) {
  const t = useText();
  const words = t.cases.search;
  const { request, pages, more, busy, failed, ask } = usePages((cursor) => api.cases({ ...filterOf(search), limit: PAGE, cursor }), [JSON.stringify(search), turn]);
  return (
    <Loaded request={request}>
      {() => {
        const found = pages.flatMap(({ cases }) => cases);
        if (found.length === 0) return <Nothing title={words.none} hint={words.noneHint} />;
        return (
          <div className="found-cases" data-found={found.length}>
            <table>
              <thead>
                <tr>
                  {words.columns.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.map((row) => (
                  <Found key={row.id} row={row} on={row.id === selected} href={routeTo('cases', 'search', { ...queryOf(search), case: String(row.id) })} />
                ))}
              </tbody>
            </table>
            {failed && <Failed error={failed} retry={ask} />}
            {more && !failed && (
              <Button block type="text" loading={busy} onClick={ask}>
                {t.common.loadMore}
              </Button>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function Found({ row, on, href }: { row: CaseRow; on: boolean; href: string }) {
  const t = useText();
  const at = (time: string | null) => (time === null ? '—' : dateTime(time).slice(0, 16));
  return (
    <tr className={on ? 'on' : ''}>
      <td className="number">
        <a href={href} data-case={row.id} aria-current={on || undefined} aria-label={t.cases.number(row.id)}>
          {row.id}
        </a>
      </td>
      <td>
        {row.grade && <GradeMark grade={row.grade} />} {t.cases.type[row.type]}
      </td>
      <td className="found-title">{titleOf(row, t)}</td>
      <td>
        {row.plate && <b className="plate">{row.plate}</b>} <span className="dim">{row.company || row.side}</span>
      </td>
      <td className="number">{at(row.acceptedAt)}</td>
      <td className="number">{at(row.closedAt)}</td>
      <td>{t.cases.stage[row.stage]}</td>
    </tr>
  );
}
