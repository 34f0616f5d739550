import type { RoadOrder, RoadRow } from '../../api/types';
import { useStore } from '../../common/hooks';
import { StateMark } from '../../common/Marks';
import { mayAssign, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import { SendVehicle } from './SendVehicle';
import { takes } from './board';
import { useRoadOrder } from './useRoadOrder';

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
  const order = useRoadOrder(now);
  const vehicles = [...store.live.values()].filter((vehicle) => takes(road, vehicle, orders, now));
  return (
    <p className="able">
      <span className="dim">{t.sweeping.able}</span>
      {vehicles.length === 0 && t.sweeping.noneAble}
      {vehicles.map(({ plate, state }) => {
        const sending = order(road, plate);
        return (
          <span key={plate}>
            {plate} <StateMark state={state} />
            {mayAssign(user) && sending && <SendVehicle plate={plate} {...sending} onSent={onSent} />}
          </span>
        );
      })}
    </p>
  );
}
