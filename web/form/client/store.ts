import type { Store } from '../sending/flush.ts';

/** The one cache that holds everything that lies on the device: pages, queue, draft, receipt. */
export const CACHE = 'groundswell';

/** No page has such an address, so nothing that is kept can be asked for as one. */
const PREFIX = '/p/~/';

/** A store over a cache of the browser, which both pages and the worker can reach. */
export const storeOver = (cache: Cache): Store => ({
  get: async (name) => (await cache.match(PREFIX + name))?.json(),
  set: (name, value) => cache.put(PREFIX + name, new Response(JSON.stringify(value))),
  drop: (name) => cache.delete(PREFIX + name),
  names: async (prefix) =>
    (await cache.keys())
      .map(({ url }) => url.split(PREFIX)[1] ?? '')
      .filter((name) => name.startsWith(prefix)),
});

/** A store that is gone with the page, where the browser allows no other. */
const passingStore = (): Store => {
  const kept = new Map<string, unknown>();
  return {
    get: async (name) => kept.get(name),
    set: async (name, value) => void kept.set(name, value),
    drop: async (name) => kept.delete(name),
    names: async (prefix) => [...kept.keys()].filter((name) => name.startsWith(prefix)),
  };
};

/** The store of this device; `lasting` is false where the browser keeps nothing for us. */
export const openStore = async (): Promise<Store & { readonly lasting: boolean }> => {
  try {
    return { ...storeOver(await caches.open(CACHE)), lasting: true };
  } catch {
    return { ...passingStore(), lasting: false };
  }
};
