/** Which page an address asks for. */
export type Route =
  | { readonly kind: 'results'; readonly poll: string }
  | { readonly kind: 'start' }
  | { readonly kind: 'unknown' };

const RESULTS = /^\/results\/([a-z0-9-]{1,32})\/?$/;

/** @param path of the address, as the browser has it */
export const routeOf = (path: string): Route => {
  const poll = RESULTS.exec(path)?.[1];
  if (poll !== undefined) return { kind: 'results', poll };
  return path === '/' ? { kind: 'start' } : { kind: 'unknown' };
};
