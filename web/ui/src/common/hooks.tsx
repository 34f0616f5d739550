import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Connection } from '../api/live';
import type { Live } from '../api/types';
import type { FleetStore } from '../domain/store';
import { Told } from '../domain/told';

const StoreContext = createContext<FleetStore | null>(null);
export const StoreProvider = StoreContext;

export function useStore(): FleetStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('no fleet store above this component');
  return store;
}

/** The store, and a render whenever it has changed (twice a second at most). */
export function useFleet(): FleetStore {
  const store = useStore();
  useSyncExternalStore(store.subscribe, store.snapshot);
  return store;
}

/** The newest revision of an alert that the live feed has told; 0 where it has told none. */
export function useRevision(alertId: string): number {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => store.alerts.get(alertId)?.revision ?? 0);
}

/** The store, and a render so long after it has changed: for what goes through a whole fleet. */
export function useFleetEvery(milliseconds: number): FleetStore {
  const store = useStore();
  useSlower(store.subscribe, milliseconds);
  return store;
}

/** The store, and a render so long after its alerts have changed. */
export function useAlertsEvery(milliseconds: number): FleetStore {
  const store = useStore();
  useSlower(store.subscribeAlerts, milliseconds);
  return store;
}

function useSlower(subscribe: FleetStore['subscribe'], milliseconds: number): void {
  const told = useMemo(() => new Told(milliseconds), [milliseconds]);
  useEffect(() => {
    const unsubscribe = subscribe(() => told.changed());
    return () => {
      unsubscribe();
      told.stop();
    };
  }, [subscribe, told]);
  useSyncExternalStore(told.subscribe, told.snapshot);
}

/** A vehicle as it was last told; a render only when that is another. */
export function useLive(plate: string | null): Live | undefined {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => (plate === null ? undefined : store.live.get(plate)));
}

/** The store, and a render when its alerts have changed. */
export function useAlerts(): FleetStore {
  const store = useStore();
  useSyncExternalStore(store.subscribeAlerts, store.alertsSnapshot);
  return store;
}

/** The state of the live feed. */
export function useConnection(): Connection {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => store.connection);
}

export interface Request<T> {
  data: T | null;
  error: Error | null;
  loading: boolean;
  reload: () => void;
}

/** The answer to a request; asked again when {@code keys} change, late answers are dropped. */
export function useRequest<T>(ask: () => Promise<T> | null, keys: readonly unknown[]): Request<T> {
  const [state, setState] = useState<Omit<Request<T>, 'reload'>>({
    data: null,
    error: null,
    loading: true,
  });
  const [turn, setTurn] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const answer = latest.current();
    if (answer === null) {
      setState({ data: null, error: null, loading: false });
      return undefined;
    }
    let current = true;
    setState((old) => ({ ...old, error: null, loading: true }));
    answer.then(
      (data) => current && setState({ data, error: null, loading: false }),
      (error: Error) => current && setState({ data: null, error, loading: false }),
    );
    return () => {
      current = false;
    };
  }, [...keys, turn]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  return { ...state, reload };
}

/** Width and height of an element, px. */
export function useSize<E extends HTMLElement>(): [React.RefObject<E | null>, number, number] {
  const element = useRef<E>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) =>
      setSize({ width: entry.contentRect.width, height: entry.contentRect.height }),
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, size.width, size.height];
}

/** A number that a page wants every so many milliseconds, as the clock. */
export function useEvery(milliseconds: number): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => setTick((n) => n + 1), milliseconds);
    return () => window.clearInterval(timer);
  }, [milliseconds]);
}

/** Asks again every so often while something is under way. */
export function useReloadWhile(underWay: boolean, reload: () => void, milliseconds = 1500): void {
  useEffect(() => {
    if (!underWay) return undefined;
    const timer = window.setInterval(reload, milliseconds);
    return () => window.clearInterval(timer);
  }, [underWay, reload, milliseconds]);
}

/** A switch that this browser remembers. */
export function useKept(key: string, initial: boolean): [boolean, (value: boolean) => void] {
  const name = `qingtu.${key}`;
  const [value, setValue] = useState(() => {
    const kept = localStorage.getItem(name);
    return kept === null ? initial : kept === 'true';
  });
  const set = useCallback(
    (next: boolean) => {
      localStorage.setItem(name, String(next));
      setValue(next);
    },
    [name],
  );
  return [value, set];
}
