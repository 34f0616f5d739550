import type { Permit } from '../../api/types';
import { dateTime, day } from '../../domain/time';
import { useText } from '../../i18n/language';
import { usePlaceNames } from '../../map/usePlaceNames';

export function PermitFacts({ permit }: { permit: Permit | null }) {
  const t = useText();
  const name = usePlaceNames();
  if (!permit) return <p className="dim">{t.review.noPermit}</p>;
  const hours = permit.dailyFrom && permit.dailyTo ? `${permit.dailyFrom}–${permit.dailyTo}` : t.review.allDay;
  const rows: [string, string][] = [
    [t.review.permit, permit.id],
    [t.review.site, name(permit.siteId)],
    [t.review.disposal, permit.disposalIds.map(name).join('、') || '—'],
    [t.review.hours, hours],
    [t.review.validity, `${day(permit.validFrom)} – ${day(permit.validTo)}`],
  ];
  if (permit.enteredAt) rows.push([t.review.enteredAt, dateTime(permit.enteredAt)]);
  return (
    <dl className="facts">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
