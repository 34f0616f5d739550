import type { CaseType } from '../../../api/caseTypes';
import type { Limits, Term } from '../../../api/limitTypes';
import { useText } from '../../../i18n/language';
import type { Dictionary } from '../../../i18n/zh';
import { limitText } from '../../cases/words';

/** A row of the table by its name. */
export function rowName(row: string, t: Dictionary): string {
  const [type, term] = row.split('/') as [CaseType, Term];
  return `${t.cases.type[type]} · ${t.limits.term[term]}`;
}

/** Limits as they are to be. */
export function ChangedLimits({ changed }: { changed: Limits }) {
  const t = useText();
  return (
    <>
      {Object.entries(changed).map(([row, limit]) => (
        <span key={row} className="limit-changed">
          {rowName(row, t)} <b className="number">{limitText(limit, t)}</b>
        </span>
      ))}
    </>
  );
}
