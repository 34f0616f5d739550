import type { Charge } from '../api/appealTypes';
import { FiledPhotos } from '../common/FiledPhotos';
import { RuleName } from '../common/Marks';
import { dateTime } from '../domain/time';
import { useText } from '../i18n/language';
import type { PhoneDesk } from './desk';
import { isAppealed, type QueuedItem } from './queue';
import { TellForm } from './TellForm';

interface Props {
  charge: Charge;
  desk: PhoneDesk;
  items: readonly QueuedItem[];
}

/** What a review has charged the company with, and the appeal that it lodges from the phone. */
export function ChargeSheet({ charge, desk, items }: Props) {
  const t = useText();
  const { alertId, plate, start, until, mayLodge, appeal } = charge;
  return (
    <article className="phone-sheet" data-charge-sheet={alertId}>
      <section className="phone-card">
        <h2>
          {plate} <RuleName alert={charge} />
        </h2>
        <p className="dim">
          {t.cases.facts.found} {dateTime(start)}
        </p>
        {appeal ? (
          <>
            <p>
              <span className="dim">{t.appeals.lodged(appeal.user, dateTime(appeal.at))}</span> {appeal.reason}
            </p>
            <FiledPhotos photos={appeal.photos} alt={t.appeals.photoAlt} />
            <p className="warn">{t.appeals.waiting}</p>
          </>
        ) : (
          <p>{mayLodge ? t.appeals.until(dateTime(until)) : t.appeals.over(dateTime(until))}</p>
        )}
      </section>
      {isAppealed(items, alertId) ? (
        <p className="dim">{t.appeals.onItsWay}</p>
      ) : (
        mayLodge && <TellForm desk={desk} label={t.appeals.reason} hint={t.appeals.hint} button={t.appeals.send} tell={(text, photos) => desk.appeal(charge, text, photos)} />
      )}
    </article>
  );
}
