import { useEffect, useRef } from 'react';
import { api } from '../api/api';
import type { Notice } from '../api/types';
import { useRequest, useStore } from './hooks';

/** What the live feed does not tell: what another process of the server did. */
const READ_EVERY = 60_000;
/** A batch of changes is one reading. */
const GATHER = 200;

export interface Notices {
  rows: readonly Notice[];
  /** There are more than were read. */
  more: boolean;
}

const NONE: Notices = { rows: [], more: false };

/** Questions to companies that wait for an answer, or for a decision after it; read again when the live feed tells of one. */
export function useNotices(state: 'OPEN' | 'ANSWERED'): Notices {
  const { data, reload } = useRequest(() => api.notices(state), [state]);
  const last = useRef(NONE);
  if (data) last.current = { rows: data.notices, more: data.next !== null };
  useNoticeNews(reload);
  return last.current;
}

/** Calls when a company was asked or has answered; about one alert alone where one is named. */
export function useNoticeNews(reload: () => void, alertId?: string): void {
  const store = useStore();
  useEffect(() => {
    let gathering: number | undefined;
    const forget = store.onNotices((changed) => {
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
  }, [store, reload, alertId]);
}
