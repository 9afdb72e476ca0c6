/** Which page an address asks for. */
export type Route =
  | { readonly kind: 'results'; readonly poll: string }
  | { readonly kind: 'organization'; readonly organization: string }
  /** `place` is what follows `/admin`, without slashes at its ends; empty at its start. */
  | { readonly kind: 'administration'; readonly place: string }
  | { readonly kind: 'start' }
  | { readonly kind: 'unknown' };

const RESULTS = /^\/results\/([a-z0-9-]{1,32})\/?$/;
const ORGANIZATION = /^\/organizations\/([a-z0-9-]{1,32})\/?$/;
const ADMINISTRATION = /^\/admin(?:\/([a-z0-9-]{1,32}(?:\/[a-z0-9-]{1,32})*))?\/?$/;

/** @param path of the address, as the browser has it */
export const routeOf = (path: string): Route => {
  const poll = RESULTS.exec(path)?.[1];
  if (poll !== undefined) return { kind: 'results', poll };
  const organization = ORGANIZATION.exec(path)?.[1];
  if (organization !== undefined) return { kind: 'organization', organization };
  const administration = ADMINISTRATION.exec(path);
  if (administration) return { kind: 'administration', place: administration[1] ?? '' };
  return path === '/' ? { kind: 'start' } : { kind: 'unknown' };
};
