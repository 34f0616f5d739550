import { useCallback, useEffect, useMemo, useState } from 'react';
import { api, type AlertFilter } from '../../api/api';
import type { AlertRow, Grade, ReviewDecision } from '../../api/types';
import { useFleet } from '../../common/hooks';
import { needsReview } from '../../domain/colours';

export interface Filter {
  review?: 'OPEN' | ReviewDecision;
  rule?: string;
  grade?: Grade;
  plate?: string;
}

const PAGE = 100;

/** Whether an alert that came by the live feed belongs into a list with this filter. */
export function answers(alert: AlertRow, filter: Filter): boolean {
  const review = filter.review === undefined || (filter.review === 'OPEN' ? needsReview(alert) : alert.review?.decision === filter.review);
  return (
    review &&
    (!filter.rule || alert.rule === filter.rule) &&
    (!filter.grade || alert.grade === filter.grade) &&
    (!filter.plate || alert.plate === filter.plate)
  );
}

export interface AlertListState {
  rows: AlertRow[];
  more: boolean;
  loading: boolean;
  error: Error | null;
  loadMore: () => void;
  reload: () => void;
  replace: (alert: AlertRow) => void;
}

/** The alerts of a filter, page by page, kept up by the live feed. */
export function useAlertList(filter: Filter): AlertListState {
  const store = useFleet();
  const [rows, setRows] = useState<readonly AlertRow[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<Error | null>(null);
  const [turn, setTurn] = useState(0);

  const read = useCallback(
    async (cursor: string | null, wanted: () => boolean) => {
      setLoading(true);
      setError(null);
      try {
        const query: AlertFilter = { ...filter, limit: PAGE, cursor: cursor ?? undefined };
        const answer = await api.alerts(query);
        if (!wanted()) return;
        setRows((old) => (cursor === null ? answer.alerts : [...old, ...answer.alerts]));
        setNext(answer.next ?? null);
      } catch (failure) {
        if (wanted()) setError(failure as Error);
      } finally {
        if (wanted()) setLoading(false);
      }
    },
    [filter],
  );
  useEffect(() => {
    let current = true;
    void read(null, () => current);
    return () => {
      current = false;
    };
  }, [read, turn]);

  const version = store.snapshot();
  const merged = useMemo(() => {
    const known = new Set(rows.map(({ id }) => id));
    const fresh = [...store.alerts.values()].filter((alert) => !known.has(alert.id));
    return [...fresh, ...rows]
      .map((row) => newer(row, store.alerts.get(row.id)))
      .filter((row) => answers(row, filter))
      .sort((a, b) => b.start.localeCompare(a.start));
  }, [rows, filter, store, version]);

  return {
    rows: merged,
    more: next !== null,
    loading,
    error,
    loadMore: () => void read(next, () => true),
    reload: () => setTurn((n) => n + 1),
    replace: useCallback((alert) => setRows((old) => old.map((row) => (row.id === alert.id ? alert : row))), []),
  };
}

function newer(row: AlertRow, live: AlertRow | undefined): AlertRow {
  if (!live || live.revision < row.revision) return row;
  // A review does not raise the revision: what has one is the later word.
  return live.revision === row.revision && row.review && !live.review ? row : live;
}
