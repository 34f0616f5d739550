import { useEffect, useRef } from 'react';
import { api } from '../../api/api';
import type { CaseFilter, CaseRow } from '../../api/caseTypes';
import { useRequest, useStore } from '../../common/hooks';
import { seesFleet, useUser } from '../../common/user';

/** What the live feed does not tell: a case that was taken from the reader's own side, and what another process did. */
const READ_EVERY = 60_000;
/** Whoever has no live feed looks more often. */
const READ_WITHOUT_FEED = 5_000;
/** A batch of changes is one reading. */
const GATHER = 200;
const PAGE = 500;

async function readAll(filter: CaseFilter): Promise<CaseRow[]> {
  const rows: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.cases({ ...filter, limit: PAGE, cursor });
    rows.push(...page.cases);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

interface Read {
  rows: CaseRow[];
  reviews: CaseRow[];
}

async function readOpen(): Promise<Read> {
  const [rows, reviews] = await Promise.all([readAll({ open: 'YES' }), readAll({ review: 'DUE' })]);
  return { rows, reviews };
}

export interface OpenCases {
  /** Null until they were read once; what was read last while the server does not answer. */
  rows: CaseRow[] | null;
  /** Those on the ledger that are to be looked at again. */
  reviews: CaseRow[];
  error: Error | null;
  reload: () => void;
}

/** All cases whose limit runs, and those on the ledger whose review is due, read again when the live feed tells of one, because others work on them too. */
export function useOpenCases(): OpenCases {
  const { data, error, reload } = useRequest(readOpen, []);
  const store = useStore();
  const user = useUser();
  const last = useRef<Read | null>(null);
  if (data) last.current = data;
  useEffect(() => {
    let gathering: number | undefined;
    const forget = store.onCases(() => {
      window.clearTimeout(gathering);
      gathering = window.setTimeout(reload, GATHER);
    });
    const timer = window.setInterval(reload, seesFleet(user) ? READ_EVERY : READ_WITHOUT_FEED);
    return () => {
      forget();
      window.clearTimeout(gathering);
      window.clearInterval(timer);
    };
  }, [store, user, reload]);
  const read = data ?? last.current;
  return { rows: read?.rows ?? null, reviews: read?.reviews ?? [], error, reload };
}
