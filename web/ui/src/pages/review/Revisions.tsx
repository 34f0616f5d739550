import { api } from '../../api/api';
import type { AlertRow, Change } from '../../api/types';
import { useRequest } from '../../common/hooks';
import { Severity } from '../../common/Marks';
import { changedValue } from '../../domain/revision';
import { dateTime } from '../../domain/time';
import { conditionName, conditionValue } from '../../domain/trace';
import { useLanguage, useText, word } from '../../i18n/language';
import { useReasons } from './useReasons';

/** How the alert changed, as the violation went on or as data came in late; shown where it did. */
export function Revisions({ alert: { id, revision, segmentIds } }: { alert: AlertRow }) {
  const t = useText();
  const { data } = useRequest(() => api.alert(id), [id, revision]);
  const reason = useReasons(segmentIds);
  const revisions = data?.revisions ?? [];
  if (revisions.length < 2) return null;
  return (
    <>
      <h3>{t.review.revisions}</h3>
      <ol className="revisions">
        {revisions.map((row) => (
          <li key={row.revision} data-revision={row.kind}>
            <b className="number">#{row.revision}</b> <span className={`revision-kind ${row.kind}`}>{t.alert.revision[row.kind]}</span>{' '}
            <Severity value={row.severity} /> {word(t.status, row.status)}
            <span className="dim number"> {dateTime(row.at)}</span>
            {row.reason && <span className="dim"> · {reason(row.reason)}</span>}
            <Changes changes={row.changes} conditions={row.conditions} reason={reason} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Changes({ changes, conditions, reason }: { changes: readonly Change[]; conditions: readonly Change[]; reason: (value: string) => string }) {
  const { t, language } = useLanguage();
  if (changes.length + conditions.length === 0) return null;
  const shown = (name: string, value: Change['before']) => (name === 'reason' && typeof value === 'string' ? reason(value) : changedValue(name, value, t));
  const condition = (value: Change['before']) => (value === null ? '—' : conditionValue(String(value), language));
  return (
    <ul className="changes">
      {changes.map(({ name, before, after }) => (
        <li key={name} data-change={name}>
          <span className="dim">{word(t.alert.field, name)}</span> {shown(name, before)} → {shown(name, after)}
        </li>
      ))}
      {conditions.map(({ name, before, after }) => (
        <li key={name}>
          <span className="dim">{conditionName(name, language)}</span> {condition(before)} → {condition(after)}
        </li>
      ))}
    </ul>
  );
}
