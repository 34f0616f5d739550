import { useEffect } from 'react';
import { useStore } from './hooks';

/** What the live feed does not tell: what another process of the server did. */
const READ_EVERY = 60_000;
/** A batch of changes is one reading. */
const GATHER = 200;

/** Reads again when the live feed tells of a question to a company or of an appeal; of one alert alone where one is named. */
export function useNews(kind: 'onNotices' | 'onAppeals', reload: () => void, alertId?: string): void {
  const store = useStore();
  useEffect(() => {
    let gathering: number | undefined;
    const forget = store[kind]((changed) => {
      if (alertId !== undefined && changed !== null && changed !== alertId) return;
      window.clearTimeout(gathering);
      gathering = window.setTimeout(reload, GATHER);
    });
    const timer = window.setInterval(reload, READ_EVERY);
    return () => {
      forget();
      window.clearTimeout(gathering);
      window.clearInterval(timer);
    };
  }, [store, kind, reload, alertId]);
}
