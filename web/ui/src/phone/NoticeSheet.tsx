import type { Notice } from '../api/types';
import { RuleName } from '../common/Marks';
import { limitOf } from '../common/notices';
import { dateTime } from '../domain/time';
import { useText } from '../i18n/language';
import { CountDown } from '../pages/cases/CountDown';
import type { PhoneDesk } from './desk';
import { isOnItsWay, type QueuedItem } from './queue';
import { TellForm } from './TellForm';

interface Props {
  notice: Notice;
  desk: PhoneDesk;
  items: readonly QueuedItem[];
  now: number;
}

/** One question, and the explanation that the company gives from the phone. */
export function NoticeSheet({ notice, desk, items, now }: Props) {
  const t = useText();
  return (
    <article className="phone-sheet" data-notice-sheet={notice.id}>
      <section className="phone-card">
        <h2>
          {notice.plate} <RuleName alert={notice} />
        </h2>
        <p className="dim">
          {t.cases.facts.found} {dateTime(notice.start)}
        </p>
        <p>
          <span className="dim">{t.notices.asked(notice.user, notice.company, dateTime(notice.at))}</span> {notice.note}
        </p>
        <p>
          <span className="dim">{t.notices.limit}</span> <CountDown row={limitOf(notice)} now={now} />
        </p>
      </section>
      {isOnItsWay(items, notice.id) ? (
        <p className="dim">{t.notices.onItsWay}</p>
      ) : (
        <TellForm desk={desk} label={t.notices.answerLabel} hint={t.notices.answerHint} button={t.notices.sendAnswer} tell={(text, photos) => desk.answer(notice, text, photos)} />
      )}
    </article>
  );
}
