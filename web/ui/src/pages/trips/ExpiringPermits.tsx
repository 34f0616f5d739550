import { api } from '../../api/api';
import type { ExpiringPermit } from '../../api/types';
import { useKept, useRequest } from '../../common/hooks';
import { LongList } from '../../common/LongList';
import { VehicleLink } from '../../common/Marks';
import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';

const DAY = 24;

/** The permits that run out in the next days and are not renewed; nothing where there is none. */
export function ExpiringPermits() {
  const t = useText();
  const { data } = useRequest(api.expiringPermits, []);
  const [open, setOpen] = useKept('expiring-permits', true);
  const permits = data?.permits ?? [];
  if (permits.length === 0) return null;
  return (
    <section className="expiring" data-expiring={permits.length}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.trips.expiring} <b className="number">{permits.length}</b>
      </button>
      {open && (
        <LongList of={permits}>
          {(permit) => (
            <li key={permit.permitId} className={`warning-${permit.warning}`} title={`${permit.company} · ${t.trips.until(dateTime(permit.validTo))}`}>
              <VehicleLink plate={permit.plate} /> <span>{permit.permitId}</span>{' '}
              <span className="dim ellipsis">{permit.siteName || permit.siteId}</span> <b className="number">{left(permit, t)}</b>
            </li>
          )}
        </LongList>
      )}
    </section>
  );
}

function left({ hoursLeft }: ExpiringPermit, t: Dictionary): string {
  return hoursLeft < DAY ? t.trips.hoursLeft(hoursLeft) : t.trips.daysLeft(Math.floor(hoursLeft / DAY));
}
