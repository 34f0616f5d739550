import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { Plate } from '../../common/Marks';
import { routeTo } from '../../common/route';
import { clock, dayOf } from '../../domain/time';
import { useText } from '../../i18n/language';

/** 有单无车: waybills of the day whose trip no track shows (P06); each leads to its alert. */
export function GhostWaybills({ date }: { date: string }) {
  const t = useText();
  const { from, to } = dayOf(date);
  const { data } = useRequest(() => api.alerts({ rule: 'P06', from: new Date(from).toISOString(), to: new Date(to).toISOString() }), [date]);
  const ghosts = data?.alerts.filter(({ status }) => status !== 'RETRACTED') ?? [];
  if (ghosts.length === 0) return null;
  return (
    <div className="expiring">
      <b>
        {t.waybillMatch.GHOST} <span className="bad">{ghosts.length}</span>
      </b>
      <ol>
        {ghosts.map(({ id, plate, start, placeName, placeId }) => (
          <li key={id}>
            <Plate plate={plate} /> <a href={routeTo('review', id)}>{clock(start)} {placeName || placeId}</a>
          </li>
        ))}
      </ol>
    </div>
  );
}
