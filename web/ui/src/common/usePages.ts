import { useEffect, useRef, useState } from 'react';
import { useRequest, type Request } from './hooks';

interface Page {
  next: string | null;
}

export interface Pages<P extends Page> {
  request: Request<P>;
  /** All that were read, the first in front. */
  pages: readonly P[];
  /** Whether there is more to ask for. */
  more: boolean;
  busy: boolean;
  /** Why the page after these did not come. */
  failed: Error | null;
  ask: () => void;
}

/** The first page of a list, and those that somebody has asked for after it; from the first again when {@code keys} change. */
export function usePages<P extends Page>(read: (cursor?: string) => Promise<P> | null, keys: readonly unknown[]): Pages<P> {
  const request = useRequest<P>(() => read(), keys);
  const [further, setFurther] = useState<readonly P[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    setFurther([]);
    setFailed(null);
  }, [request.data]);
  const latest = useRef(request.data);
  latest.current = request.data;
  const pages = request.data ? [request.data, ...further] : [];
  const next = pages.at(-1)?.next ?? null;
  const ask = () => {
    if (next === null || busy) return;
    const first = request.data;
    setBusy(true);
    setFailed(null);
    void (async () => {
      try {
        const page = await read(next);
        // what belongs to another list by now is dropped
        if (page && latest.current === first) setFurther((before) => [...before, page]);
      } catch (error) {
        setFailed(error as Error);
      } finally {
        setBusy(false);
      }
    })();
  };
  return { request, pages, more: next !== null, busy, failed, ask };
}
