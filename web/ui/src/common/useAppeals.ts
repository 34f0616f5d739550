import { useRef } from 'react';
import { api } from '../api/api';
import type { AppealState, Charge } from '../api/appealTypes';
import { useRequest } from './hooks';
import { useNews } from './useNews';

export interface Appeals {
  rows: readonly Charge[];
  /** There are more than were read. */
  more: boolean;
}

const NONE: Appeals = { rows: [], more: false };

/** What companies are charged with, or have appealed against; read again when the live feed tells of an appeal or a review. */
export function useAppeals(state: AppealState): Appeals {
  const { data, reload } = useRequest(() => api.appeals(state), [state]);
  const last = useRef(NONE);
  if (data) last.current = { rows: data.appeals, more: data.more };
  useNews('onAppeals', reload);
  return last.current;
}
