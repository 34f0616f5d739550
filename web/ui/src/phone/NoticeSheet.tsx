import { useState } from 'react';
import type { Notice } from '../api/types';
import { RuleName } from '../common/Marks';
import { MOST_ANSWER, MOST_PHOTOS, limitOf } from '../common/notices';
import { PhotoPicker } from '../common/PhotoPicker';
import { dateTime } from '../domain/time';
import { useText } from '../i18n/language';
import { CountDown } from '../pages/cases/CountDown';
import type { PhoneDesk } from './desk';
import { isOnItsWay, type QueuedItem, type QueuedPhoto } from './queue';

interface Props {
  notice: Notice;
  desk: PhoneDesk;
  items: readonly QueuedItem[];
  now: number;
}

/** One question, and the explanation that the company gives from the phone. */
export function NoticeSheet({ notice, desk, items, now }: Props) {
  const t = useText();
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<QueuedPhoto[]>([]);
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
        <section className="phone-card phone-form">
          <label>
            {t.notices.answerLabel}
            <textarea rows={3} maxLength={MOST_ANSWER} value={text} placeholder={t.notices.answerHint} onChange={({ target }) => setText(target.value)} />
          </label>
          <PhotoPicker photos={photos} onPhotos={setPhotos} most={MOST_PHOTOS} cityTime={(phone) => desk.now(phone)} />
          <div className="phone-moves">
            <button type="button" className="main" disabled={text.trim() === ''} data-send-answer="" onClick={() => void desk.answer(notice, text.trim(), photos)}>
              {t.notices.sendAnswer}
            </button>
          </div>
        </section>
      )}
    </article>
  );
}
