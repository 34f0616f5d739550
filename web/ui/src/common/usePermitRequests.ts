import { useEffect, useRef } from 'react';
import { api } from '../api/api';
import type { PermitRequests } from '../api/permitTypes';
import { useRequest, type Request } from './hooks';

/** What others ask for and decide. */
const READ_EVERY = 60_000;

const readers = new Set<() => void>();

/** This page has asked for a permit, or decided: whoever shows requests reads them again. */
export function permitRequestsChanged(): void {
  readers.forEach((reload) => reload());
}

/** Permits that companies ask for: those that wait, or those decided of late. */
export function usePermitRequests(state: 'WAITING' | 'DECIDED'): Request<PermitRequests> {
  const request = useRequest(() => api.permitRequests(state), [state]);
  const { reload } = request;
  // while it is read again what was there stays
  const last = useRef<PermitRequests | null>(null);
  if (request.data) last.current = request.data;
  useEffect(() => {
    readers.add(reload);
    const timer = window.setInterval(reload, READ_EVERY);
    return () => {
      readers.delete(reload);
      window.clearInterval(timer);
    };
  }, [reload]);
  return { ...request, data: last.current };
}
