import { useEffect, useRef, useState } from 'react';
import { api } from '../api/api';
import type { Command, Media } from '../api/terminalTypes';
import { useStore } from '../common/hooks';

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

const NOTHING: Omit<Snapshot, 'take'> = { command: null, media: [], error: '', waiting: false };

/** A picture of the vehicle's first camera, from the order to the picture. */
export function useSnapshot(plate: string): Snapshot {
  const store = useStore();
  const [state, setState] = useState(NOTHING);
  const { command } = state;
  const id = command?.id;
  const answered = command?.state === 'ANSWERED';

  // The feed may tell of a command before the answer to its order is here.
  const news = useRef(new Map<string, Command>());
  useEffect(() => {
    setState(NOTHING);
    news.current.clear();
    return store.onCommand((told) => {
      if (told.plate !== plate || told.kind !== 'SNAPSHOT') return;
      news.current.set(told.id, told);
      setState((old) => (old.command?.id === told.id ? { ...old, command: told, waiting: old.waiting && !hasFailed(told) } : old));
    });
  }, [store, plate]);
  useEffect(() => {
    if (id === undefined || !answered) return undefined;
    const until = Date.now() + PATIENCE;
    let timer = 0;
    const ask = async () => {
      const found = await api.media(plate, ...around(store.now())).catch(() => ({ media: [] }));
      const media = found.media.filter(({ commandId }) => commandId !== null && String(commandId) === id);
      const over = media.length > 0 || Date.now() > until;
      if (timer < 0) return;
      setState((old) => ({ ...old, media, waiting: !over }));
      if (!over) timer = window.setTimeout(() => void ask(), ASK_EVERY);
    };
    void ask();
    return () => {
      window.clearTimeout(timer);
      timer = -1;
    };
  }, [store, plate, id, answered]);

  const take = () => {
    setState({ ...NOTHING, waiting: true });
    api.order(plate, { kind: 'SNAPSHOT', arguments: {} }).then(
      (filed) => {
        const latest = news.current.get(filed.id) ?? filed;
        setState({ ...NOTHING, command: latest, waiting: !hasFailed(latest) });
      },
      (error: Error) => setState({ ...NOTHING, error: error.message }),
    );
  };
  return { ...state, take };
}

function hasFailed({ state }: Command): boolean {
  return state === 'REFUSED' || state === 'TIMED_OUT' || state === 'EXPIRED';
}

/** Terminals' clocks differ from ours, but not by hours. */
function around(now: number): [string, string] {
  return [new Date(now - 2 * HOUR).toISOString(), new Date(now + 2 * HOUR).toISOString()];
}
