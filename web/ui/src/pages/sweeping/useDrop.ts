import { useState, type HTMLAttributes } from 'react';
import type { Live, RoadOrder, RoadRow } from '../../api/types';
import { takes } from './board';
import { useSending } from './SendVehicle';
import { useRoadOrder } from './useRoadOrder';

/** A vehicle that is dragged to a road, and sent there where it is let go. */
export interface Drop {
  drag: (vehicle: Live | null) => void;
  /** Whether a road takes what is dragged now. */
  takes: (road: RoadRow) => boolean;
  /** Sends what is dragged to a road that takes it. */
  send: (road: RoadRow) => void;
  /** What a road's row is given, that the vehicle may be let go there. */
  on: (road: RoadRow) => HTMLAttributes<HTMLElement>;
}

export function useDrop(orders: readonly RoadOrder[], now: number, onSent: () => void): Drop {
  const [dragged, drag] = useState<Live | null>(null);
  const { run } = useSending(onSent);
  const order = useRoadOrder(now);
  const isTaken = (road: RoadRow) => dragged !== null && takes(road, dragged, orders, now);
  const send = (road: RoadRow) => {
    const sending = dragged && isTaken(road) ? order(road, dragged.plate) : null;
    drag(null);
    if (sending) void run(sending.told, sending.send);
  };
  const on = (road: RoadRow): HTMLAttributes<HTMLElement> =>
    isTaken(road)
      ? {
          onDragOver: (event) => event.preventDefault(),
          onDrop: (event) => {
            event.preventDefault();
            send(road);
          },
        }
      : {};
  return { drag, takes: isTaken, send, on };
}
