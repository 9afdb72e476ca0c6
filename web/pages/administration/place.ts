/** The page of a poll that an address asks for. */
export type PollPage =
  | 'overview'
  | 'definition'
  | 'organizations'
  | 'participation'
  | 'release'
  | 'audit';

/** Which of the administrator's pages an address asks for. */
export type Place =
  | { readonly kind: 'polls' }
  | { readonly kind: 'newPoll' }
  | { readonly kind: 'poll'; readonly poll: string; readonly page: PollPage }
  | { readonly kind: 'newOrganization'; readonly poll: string }
  | { readonly kind: 'import'; readonly poll: string }
  | { readonly kind: 'organization'; readonly poll: string; readonly organization: string }
  | { readonly kind: 'exclusions'; readonly poll: string; readonly organization: string }
  | { readonly kind: 'unknown' };

const PAGES: Readonly<Record<string, PollPage>> = {
  definition: 'definition',
  organizations: 'organizations',
  participation: 'participation',
  release: 'release',
  audit: 'audit',
};

/**
 * Reads an address. What is no poll or organization yet stands in the query (`/admin?new`,
 * `/admin/POLL/organizations?import`), where no id can be meant.
 *
 * @param place what follows `/admin/`, without slashes at its ends
 */
export const placeOf = (place: string, query: URLSearchParams): Place => {
  const [poll = '', page, organization, last, ...more] = place.split('/');
  if (poll === '') return { kind: query.has('new') ? 'newPoll' : 'polls' };
  if (page === undefined) return { kind: 'poll', poll, page: 'overview' };
  if (more.length > 0) return { kind: 'unknown' };
  if (page === 'organizations' && organization !== undefined) {
    if (last === undefined) return { kind: 'organization', poll, organization };
    return last === 'exclusions' ? { kind: 'exclusions', poll, organization } : { kind: 'unknown' };
  }
  const found = PAGES[page];
  if (found === undefined || organization !== undefined) return { kind: 'unknown' };
  if (found === 'organizations' && query.has('new')) return { kind: 'newOrganization', poll };
  if (found === 'organizations' && query.has('import')) return { kind: 'import', poll };
  return { kind: 'poll', poll, page: found };
};

/**
 * The address of one of the administrator's pages, in the language of this one.
 *
 * @param path what follows `/admin/`, with `?new` or the like
 */
export const adminHref = (address: URL, path: string): string => {
  const target = new URL(`/admin${path && `/${path}`}`.replace('/?', '?'), address);
  const language = address.searchParams.get('lang');
  if (language !== null) target.searchParams.set('lang', language);
  return `${target.pathname}${target.search.replace(/=(?=&|$)/g, '')}`;
};

/** The address of a poll's results, in the language of this page. */
export const resultsHref = (address: URL, poll: string): string => {
  const language = address.searchParams.get('lang');
  return `/results/${poll}${language === null ? '' : `?lang=${language}`}`;
};
