import { useEffect, useRef, useState } from 'react';
import { api } from '../api/api';
import type { Command, CommandKind } from '../api/terminalTypes';
import { useStore } from '../common/hooks';

export interface Order {
  command: Command | null;
  error: string;
  /** It is not known yet what came of it. */
  waiting: boolean;
  ask: () => void;
}

const NOTHING = { command: null as Command | null, error: '', asking: false };

/** A command without arguments, from the click to its end; the last one that was asked for here. */
export function useOrder(plate: string, kind: CommandKind): Order {
  const store = useStore();
  const [{ command, error, asking }, setState] = useState(NOTHING);

  // The feed may tell of a command before the answer to its order is here.
  const news = useRef(new Map<string, Command>());
  useEffect(() => {
    setState(NOTHING);
    news.current.clear();
    return store.onCommand((told) => {
      if (told.plate !== plate || told.kind !== kind) return;
      news.current.set(told.id, told);
      setState((old) => (old.command?.id === told.id ? { ...old, command: told } : old));
    });
  }, [store, plate, kind]);

  const ask = () => {
    setState({ ...NOTHING, asking: true });
    api.order(plate, { kind, arguments: {} }).then(
      (filed) => setState({ ...NOTHING, command: news.current.get(filed.id) ?? filed }),
      (failure: Error) => setState({ ...NOTHING, error: failure.message }),
    );
  };
  return { command, error, waiting: asking || command?.state === 'QUEUED' || command?.state === 'SENT', ask };
}
