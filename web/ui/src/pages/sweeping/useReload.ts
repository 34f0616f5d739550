import { useEffect } from 'react';
import { useStore } from '../../common/hooks';
import { day } from '../../domain/time';

const EVERY = 15_000;

/** Asks again every quarter of a minute while the day that is shown is today. */
export function useReload(date: string, reload: () => void): void {
  const store = useStore();
  useEffect(() => {
    const timer = window.setInterval(() => day(store.now()) === date && reload(), EVERY);
    return () => window.clearInterval(timer);
  }, [store, date, reload]);
}
