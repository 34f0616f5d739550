import { monthDayTime } from '../domain/time';
import { useText } from '../i18n/language';
import { isAppeal, isMove, type QueuedItem } from './queue';

/** What was done on this phone and how far it has come; what was refused says why. */
export function Outbox({ items, onDismiss }: { items: readonly QueuedItem[]; onDismiss: (id: string) => void }) {
  const t = useText();
  const latest = [...items].reverse();
  return (
    <section className="phone-card phone-outbox" aria-label={t.phone.queue}>
      <h2>{t.phone.queue}</h2>
      {latest.length === 0 && <p className="dim">{t.phone.queueEmpty}</p>}
      <ol>
        {latest.map((item) => (
          <li key={item.id} data-queued={item.state} data-move={kindOf(item)}>
            <span>
              <em className={item.state}>{t.phone.state[item.state]}</em> {isMove(item) ? `${t.cases.number(item.caseId)} · ${t.cases.move[item.move]}` : `${item.plate} · ${isAppeal(item) ? t.appeals.title : t.notices.title}`}
              {(isMove(item) ? item.photo : item.photos.length > 0) && ` · ${t.phone.withPhoto}`}
            </span>
            <time className="number dim">{monthDayTime(item.at)}</time>
            {item.state === 'refused' && <Reason item={item} onDismiss={onDismiss} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

const kindOf = (item: QueuedItem): string => (isMove(item) ? item.move : isAppeal(item) ? 'APPEAL_ALERT' : 'NOTICE');

function Reason({ item, onDismiss }: { item: QueuedItem; onDismiss: (id: string) => void }) {
  const t = useText();
  const refused: Record<string, string> = { ...t.cases.refused, ...t.notices.refused, ...t.appeals.refused, stale: t.cases.stale };
  return (
    <p className="bad">
      {refused[item.code] ?? item.reason}{' '}
      <button type="button" onClick={() => onDismiss(item.id)}>
        {t.common.close}
      </button>
    </p>
  );
}
