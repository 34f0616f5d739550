import { api } from '../../api/api';
import type { RoadOrder, RoadRow } from '../../api/types';
import { useStore } from '../../common/hooks';
import { StateMark } from '../../common/Marks';
import { mayAssign, useUser } from '../../common/user';
import { clockMinutes } from '../../domain/time';
import { useText } from '../../i18n/language';
import { SendVehicle } from './SendVehicle';
import { ableVehicles, firstEnd } from './board';

interface Props {
  road: RoadRow;
  now: number;
  orders: readonly RoadOrder[];
  onSent: () => void;
}

/** Who can be sent to do what is undone; a click sends one, and its driver is told. */
export function Able({ road, now, orders, onSent }: Props) {
  const t = useText();
  const store = useStore();
  const user = useUser();
  const end = firstEnd(road.rows, now);
  const sent = new Set(orders.filter(({ windowEnd }) => Date.parse(windowEnd) === end).map(({ plate }) => plate));
  const vehicles = ableVehicles(road, store.live.values(), now).filter(({ plate }) => !sent.has(plate));
  return (
    <p className="able">
      <span className="dim">{t.sweeping.able}</span>
      {vehicles.length === 0 && t.sweeping.noneAble}
      {vehicles.map((one) => (
        <span key={one.plate}>
          {one.plate} <StateMark state={one.state} />
          {mayAssign(user) && end !== null && (
            <SendVehicle
              plate={one.plate}
              told={t.orders.sent(one.plate, clockMinutes(new Date(end).toISOString()))}
              send={() => api.sendVehicle(road.road, road.contractor, new Date(end).toISOString(), one.plate)}
              onSent={onSent}
            />
          )}
        </span>
      ))}
    </p>
  );
}
