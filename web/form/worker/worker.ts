import { CACHE, storeOver } from '../client/store.ts';
import { flush, isFinal } from '../sending/flush.ts';

declare const self: ServiceWorkerGlobalScope;

/** The event of Background Sync, which only Chromium has. */
type SyncEvent = ExtendableEvent & { readonly tag: string };

const PATIENCE_MS = 5000;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

const isUsable = ({ status }: Response): boolean =>
  status < SERVER_ERROR && status !== TOO_MANY_REQUESTS;

/** From the network if it answers in time, else as it was when it was last seen. */
const answer = async (request: Request): Promise<Response> => {
  const cache = await caches.open(CACHE);
  const network = fetch(request).then((response) => {
    if (response.ok) void cache.put(request, response.clone());
    return response;
  });
  const known =
    (await cache.match(request, { ignoreVary: true })) ??
    (await cache.match(request, { ignoreVary: true, ignoreSearch: true }));
  if (!known) return network;
  const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE_MS, known));
  const fresh = network.then((response) => (isUsable(response) ? response : known));
  return Promise.race([fresh, late]).catch(() => known);
};

/**
 * Sends what waits. What is refused stays, so that the page tells of it when it is opened; where
 * something could not be sent it throws, and the browser tries again.
 */
const sync = async (): Promise<void> => {
  const store = storeOver(await caches.open(CACHE));
  const outcomes = await flush(store, ({ kind }) => kind === 'sent');
  if (![...outcomes.values()].every(isFinal)) throw new Error('still waiting');
};

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const isPage = new URL(request.url).pathname.startsWith('/p/');
  if (request.method === 'GET' && isPage) event.respondWith(answer(request));
});
self.addEventListener('sync', (event) => (event as SyncEvent).waitUntil(sync()));
