import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { Severity } from '../../common/Marks';
import { dateTime } from '../../domain/time';
import { useText, word } from '../../i18n/language';

/** How the alert changed as data came in late; shown where it did. */
export function Revisions({ id, revision }: { id: string; revision: number }) {
  const t = useText();
  const { data } = useRequest(() => api.alert(id), [id, revision]);
  const revisions = data?.revisions ?? [];
  if (revisions.length < 2) return null;
  return (
    <>
      <h3>{t.review.revisions}</h3>
      <ol className="revisions">
        {revisions.map((row) => (
          <li key={row.revision}>
            <b className="number">#{row.revision}</b> <Severity value={row.severity} /> {word(t.status, row.status)}
            <span className="dim number"> {dateTime(row.at)}</span>
            {row.reason && <span className="dim"> · {row.reason}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
