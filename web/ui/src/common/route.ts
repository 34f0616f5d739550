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
