import { useCallback, useEffect, useMemo, useState } from 'react';
import { api } from '../api/api';
import type { Command } from '../api/terminalTypes';
import { useFleet } from '../common/hooks';

export interface Commands {
  rows: Command[];
  more: boolean;
  loading: boolean;
  error: Error | null;
  loadMore: () => void;
  /** Takes over what was filed, where the feed has not told more of it yet. */
  filed: (command: Command) => void;
}

/** What is known of a command, with one more word on it; the newest first. */
export function withCommand(rows: readonly Command[], command: Command): Command[] {
  const others = rows.filter(({ id }) => id !== command.id);
  return [...others, command].sort((a, b) => Number(b.id) - Number(a.id));
}

/** The commands of a vehicle, page by page, kept up by the live feed. */
export function useCommands(plate: string): Commands {
  const store = useFleet();
  const { connection } = store;
  const [rows, setRows] = useState<Command[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<Error | null>(null);
  const put = useCallback((command: Command) => setRows((old) => withCommand(old, command)), []);
  const filed = useCallback(
    (command: Command) => setRows((old) => (old.some(({ id }) => id === command.id) ? old : withCommand(old, command))),
    [],
  );

  const read = useCallback(
    async (cursor: string | undefined, wanted: () => boolean) => {
      setLoading(true);
      setError(null);
      try {
        const answer = await api.commands(plate, cursor);
        if (!wanted()) return;
        setRows((old) => answer.commands.reduce<Command[]>(withCommand, cursor ? old : []));
        setNext(answer.next);
      } catch (failure) {
        if (wanted()) setError(failure as Error);
      } finally {
        if (wanted()) setLoading(false);
      }
    },
    [plate],
  );
  useEffect(() => {
    if (connection !== 'live') return undefined;
    // After a break there may be news that the feed has not told.
    let current = true;
    void read(undefined, () => current);
    return () => {
      current = false;
    };
  }, [read, connection]);
  useEffect(() => store.onCommand((command) => command.plate === plate && put(command)), [store, plate, put]);

  return useMemo(
    () => ({ rows, more: next !== null, loading, error, filed, loadMore: () => void read(next ?? undefined, () => true) }),
    [rows, next, loading, error, filed, read],
  );
}
