import { useEffect, useRef } from 'react';
import { api } from '../../api/api';
import type { CaseRow } from '../../api/caseTypes';
import { useRequest } from '../../common/hooks';

const READ_EVERY = 5_000;
const PAGE = 500;

async function readOpen(): Promise<CaseRow[]> {
  const rows: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.cases({ open: 'YES', limit: PAGE, cursor });
    rows.push(...page.cases);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

export interface OpenCases {
  /** Null until they were read once; what was read last while the server does not answer. */
  rows: CaseRow[] | null;
  error: Error | null;
  reload: () => void;
}

/** All cases whose limit runs, read again every few seconds, because others work on them too. */
export function useOpenCases(): OpenCases {
  const { data, error, reload } = useRequest(readOpen, []);
  const last = useRef<CaseRow[] | null>(null);
  if (data) last.current = data;
  useEffect(() => {
    const timer = window.setInterval(reload, READ_EVERY);
    return () => window.clearInterval(timer);
  }, [reload]);
  return { rows: data ?? last.current, error, reload };
}
