import type { RoadOrder } from '../../api/types';
import { clockMinutes } from '../../domain/time';
import { useText } from '../../i18n/language';

/** Who was sent to a road, until when it is to be done, and by whom. */
export function Orders({ orders }: { orders: readonly RoadOrder[] }) {
  const t = useText();
  return (
    <ul className="able" data-orders={orders.length}>
      {orders.map(({ plate, windowEnd, by, at }) => (
        <li key={plate + at}>
          {t.orders.sent(plate, clockMinutes(windowEnd))} <span className="dim">{t.orders.sentBy(by, clockMinutes(at))}</span>
        </li>
      ))}
    </ul>
  );
}
