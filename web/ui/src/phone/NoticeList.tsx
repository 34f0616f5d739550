import type { Notice } from '../api/types';
import { RuleName } from '../common/Marks';
import { routeTo } from '../common/route';
import { limitOf } from '../common/notices';
import { useText } from '../i18n/language';
import { levelOf } from '../pages/cases/board';
import { CountDown } from '../pages/cases/CountDown';
import { isOnItsWay, type QueuedItem } from './queue';

interface Props {
  notices: readonly Notice[];
  items: readonly QueuedItem[];
  now: number;
}

/** 今天要答复: what the company was asked, the first due first. */
export function NoticeList({ notices, items, now }: Props) {
  const t = useText();
  if (notices.length === 0) return null;
  return (
    <section aria-label={t.notices.toAnswer}>
      <h2 className="phone-heading">
        {t.notices.toAnswer} <b className="number">{notices.length}</b>
      </h2>
      <ol className="phone-cases">
        {notices.map((notice) => (
          <li key={notice.id}>
            <a className={`phone-card ${levelOf(limitOf(notice), now)}`} href={routeTo('notice', String(notice.id))} data-notice-card={notice.id}>
              <span>
                <b>{notice.plate}</b> <RuleName alert={notice} />
              </span>
              <span>{notice.note}</span>
              <span>
                <CountDown row={limitOf(notice)} now={now} />
                {isOnItsWay(items, notice.id) && <em className="waiting">{t.phone.state.waiting}</em>}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
