const CACHE = 'qingtu-phone';

/** Keeps the page itself on the phone, so that it opens without a line. Over plain HTTP no browser allows that. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('./phone-worker.js', { scope: './m' });
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const own = loaded.filter((name) => name.startsWith(location.origin) && !name.includes('/api/'));
  const cache = await caches.open(CACHE);
  const wanted = new Set([new URL('./m', location.href).href, ...own]);
  await cache.addAll([...wanted]);
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
  document.documentElement.dataset.kept = '';
}
