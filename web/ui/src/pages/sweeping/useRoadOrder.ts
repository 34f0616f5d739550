import { api } from '../../api/api';
import type { RoadRow } from '../../api/types';
import { clockMinutes } from '../../domain/time';
import { useText } from '../../i18n/language';
import { firstEnd } from './board';

interface Order {
  /** What is said when it was sent. */
  told: string;
  send: () => Promise<unknown>;
}

/** How a vehicle is sent to a road: to be done there before the first of the undone windows ends. Null where nothing is undone. */
export function useRoadOrder(now: number): (road: RoadRow, plate: string) => Order | null {
  const t = useText();
  return ({ road, contractor, rows }, plate) => {
    const end = firstEnd(rows, now);
    if (end === null) return null;
    const windowEnd = new Date(end).toISOString();
    return { told: t.orders.sent(plate, clockMinutes(windowEnd)), send: () => api.sendVehicle(road, contractor, windowEnd, plate) };
  };
}
