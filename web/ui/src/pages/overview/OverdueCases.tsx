import type { CaseRow } from '../../api/caseTypes';
import { routeTo } from '../../common/route';
import { Nothing } from '../../common/States';
import { useText } from '../../i18n/language';
import { CaseCard } from '../cases/CaseCard';
import { overdueOf } from './figures';

/** As many as are read at a sitting; the board has the others. */
const MOST = 20;

export function OverdueCases({ rows, now }: { rows: readonly CaseRow[]; now: number }) {
  const { overview } = useText();
  const overdue = overdueOf(rows, now);
  return (
    <section className="panel overview-overdue" data-overdue={overdue.length}>
      <h2>
        {overview.overdueCases} <span className="number dim">{overdue.length}</span>
      </h2>
      {overdue.length === 0 ? (
        <Nothing title={overview.noOverdue} />
      ) : (
        <ol>
          {overdue.slice(0, MOST).map((row) => (
            <CaseCard key={row.id} row={row} now={now} on={false} />
          ))}
        </ol>
      )}
      {overdue.length > MOST && <a href={routeTo('cases')}>{overview.furtherOverdue(overdue.length - MOST)}</a>}
    </section>
  );
}
