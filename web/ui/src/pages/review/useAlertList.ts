import { useCallback, useEffect, useMemo, useState } from 'react';
import { api, type AlertFilter } from '../../api/api';
import type { AlertRow, Grade, ReviewDecision } from '../../api/types';
import { useAlerts } from '../../common/hooks';
import { needsReview } from '../../domain/colours';
import { isQueue, ordered } from './order';

export interface Filter {
  review?: 'OPEN' | ReviewDecision;
  rule?: string;
  grade?: Grade;
  /** The least, 1 to 4. */
  severity?: number;
  plate?: string;
  /** First start, and the first that is no longer meant. */
  from?: string;
  to?: string;
}

const PAGE = 100;
/** What is to be decided is read whole, so that the most urgent is found however old it is; so many pages at once at most. */
const QUEUE_PAGE = 500;
const QUEUE_PAGES = 4;

/** Whether an alert that came by the live feed belongs into a list with this filter. */
export function answers(alert: AlertRow, filter: Filter): boolean {
  const review = filter.review === undefined || (filter.review === 'OPEN' ? needsReview(alert) : alert.review?.decision === filter.review);
  return (
    review &&
    (!filter.rule || alert.rule === filter.rule) &&
    (!filter.grade || alert.grade === filter.grade) &&
    (!filter.severity || alert.severity >= filter.severity) &&
    (!filter.plate || alert.plate === filter.plate) &&
    (!filter.from || Date.parse(alert.start) >= Date.parse(filter.from)) &&
    (!filter.to || Date.parse(alert.start) < Date.parse(filter.to))
  );
}

export interface AlertListState {
  rows: AlertRow[];
  /** How many of them are shown. */
  shown: number;
  more: boolean;
  loading: boolean;
  error: Error | null;
  loadMore: () => void;
  reload: () => void;
  replace: (alert: AlertRow) => void;
}

/** The alerts of a filter, page by page, kept up by the live feed. */
export function useAlertList(filter: Filter): AlertListState {
  const store = useAlerts();
  const [rows, setRows] = useState<readonly AlertRow[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<Error | null>(null);
  const [turn, setTurn] = useState(0);
  const [shown, setShown] = useState(PAGE);

  const read = useCallback(
    async (cursor: string | null, wanted: () => boolean) => {
      setLoading(true);
      setError(null);
      try {
        const found: AlertRow[] = [];
        let place = cursor;
        let pages = isQueue(filter) ? QUEUE_PAGES : 1;
        do {
          const query: AlertFilter = { ...filter, limit: isQueue(filter) ? QUEUE_PAGE : PAGE, cursor: place ?? undefined };
          const answer = await api.alerts(query);
          if (!wanted()) return;
          found.push(...answer.alerts);
          place = answer.next ?? null;
          pages -= 1;
        } while (place !== null && pages > 0);
        setRows((old) => (cursor === null ? found : [...old, ...found]));
        setNext(place);
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
    setShown(PAGE);
    void read(null, () => current);
    return () => {
      current = false;
    };
  }, [read, turn]);

  const version = store.alertsSnapshot();
  const at = useMemo(() => store.now(), [store, filter, turn]);
  const merged = useMemo(() => {
    const known = new Set(rows.map(({ id }) => id));
    const fresh = [...store.alerts.values()].filter((alert) => !known.has(alert.id));
    const now = [...fresh, ...rows].map((row) => newer(row, store.alerts.get(row.id))).filter((row) => answers(row, filter));
    return ordered(now, filter, at);
  }, [rows, filter, store, version, at]);

  return {
    rows: merged,
    shown,
    more: next !== null || shown < merged.length,
    loading,
    error,
    loadMore: () => {
      if (next !== null && shown + PAGE > merged.length) void read(next, () => true);
      setShown((n) => n + PAGE);
    },
    reload: () => setTurn((n) => n + 1),
    replace: useCallback((alert) => setRows((old) => old.map((row) => (row.id === alert.id ? alert : row))), []),
  };
}

function newer(row: AlertRow, live: AlertRow | undefined): AlertRow {
  if (!live || live.revision < row.revision) return row;
  // A review does not raise the revision: what has one is the later word.
  return live.revision === row.revision && row.review && !live.review ? row : live;
}
