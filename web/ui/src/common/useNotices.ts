import { useRef } from 'react';
import { api } from '../api/api';
import type { Notice } from '../api/types';
import { useRequest } from './hooks';
import { useNews } from './useNews';

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
  useNews('onNotices', reload);
  return last.current;
}
