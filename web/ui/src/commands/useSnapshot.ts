import { useEffect, useState } from 'react';
import { api } from '../api/api';
import type { Command, Media } from '../api/terminalTypes';
import { useStore } from '../common/hooks';
import { useOrder } from './useOrder';

const ASK_EVERY = 1500;
/** A picture over a poor mobile line takes its time, ms. */
const PATIENCE = 180_000;
const HOUR = 3_600_000;

export interface Snapshot {
  command: Command | null;
  /** What came of it so far. */
  media: Media[];
  error: string;
  /** The order or its picture is still under way. */
  waiting: boolean;
  take: () => void;
}

const NOTHING = { media: [] as Media[], over: false };

/** A picture of the vehicle's first camera, from the order to the picture. */
export function useSnapshot(plate: string): Snapshot {
  const store = useStore();
  const { command, error, waiting, ask: take } = useOrder(plate, 'SNAPSHOT');
  const [{ media, over }, setFound] = useState(NOTHING);
  const id = command?.id;
  const answered = command?.state === 'ANSWERED';

  useEffect(() => {
    setFound(NOTHING);
    if (id === undefined || !answered) return undefined;
    const until = Date.now() + PATIENCE;
    let timer = 0;
    const ask = async () => {
      const found = await api.media(plate, ...around(store.now())).catch(() => ({ media: [] }));
      const own = found.media.filter(({ commandId }) => commandId !== null && String(commandId) === id);
      const last = own.length > 0 || Date.now() > until;
      if (timer < 0) return;
      setFound({ media: own, over: last });
      if (!last) timer = window.setTimeout(() => void ask(), ASK_EVERY);
    };
    void ask();
    return () => {
      window.clearTimeout(timer);
      timer = -1;
    };
  }, [store, plate, id, answered]);

  return { command, media, error, waiting: waiting || (answered && !over), take };
}

/** Terminals' clocks differ from ours, but not by hours. */
function around(now: number): [string, string] {
  return [new Date(now - 2 * HOUR).toISOString(), new Date(now + 2 * HOUR).toISOString()];
}
