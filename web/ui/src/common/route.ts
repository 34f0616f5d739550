import { useSyncExternalStore } from 'react';

/** Where the user is: #/page/argument?name=value, so that every view has an address. */
export interface Route {
  page: string;
  argument: string;
  query: URLSearchParams;
}

export function parseRoute(hash: string): Route {
  const [path, search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', argument = ''] = path.split('/');
  return { page: page || 'live', argument: decodeURIComponent(argument), query: new URLSearchParams(search) };
}

export function routeTo(page: string, argument = '', query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `#/${page}${argument ? `/${encodeURIComponent(argument)}` : ''}${search ? `?${search}` : ''}`;
}

const AROUND = 15 * 60_000;

/** The track of a vehicle from a quarter of an hour before something to a quarter of an hour after it. */
export function trackAround(plate: string, from: string, to = from): string {
  return routeTo('playback', plate, {
    from: new Date(Date.parse(from) - AROUND).toISOString(),
    to: new Date(Date.parse(to) + AROUND).toISOString(),
  });
}

export function go(page: string, argument = '', query: Record<string, string> = {}): void {
  location.hash = routeTo(page, argument, query);
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash));
}
