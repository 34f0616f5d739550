import { useText } from '../../i18n/language';
import type { Column } from './board';
import { CaseCard } from './CaseCard';

/** More cards than anybody looks through; the filters lead to the others. */
const MOST = 100;

interface Props {
  columns: readonly Column[];
  now: number;
  selected: number | null;
}

export function CaseColumns({ columns, now, selected }: Props) {
  const t = useText();
  return (
    <div className="case-columns">
      {columns.map(({ stage, rows }) => (
        <section key={stage} data-stage={stage} aria-label={t.cases.stage[stage]}>
          <h2>
            {t.cases.stage[stage]} <span className="number dim">{rows.length}</span>
          </h2>
          <ol>
            {rows.slice(0, MOST).map((row) => (
              <CaseCard key={row.id} row={row} now={now} on={row.id === selected} />
            ))}
          </ol>
          {rows.length > MOST && <p className="dim">{t.cases.moreInColumn(rows.length - MOST)}</p>}
        </section>
      ))}
    </div>
  );
}
