/**
 * What ids and numbers look like in addresses, headers and tables. Apart from the schemas and
 * without zod, for the function that has to start fast and the pages that have to load fast.
 */

/** Lower-case words joined by single hyphens: safe in a path, a key and a file name. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const LONGEST_POLL_ID = 32;
export const LONGEST_ORGANIZATION_ID = 32;

/** The first 128 bits of the receipt's SHA-256, in hexadecimal. */
export const RESPONSE_ID = /^[0-9a-f]{32}$/;

/** 128 bits or more in base64url. */
export const RECEIPT = /^[A-Za-z0-9_-]{22,86}$/;

/** The metrics and voices that there are, in the order in which every table has them. */
export const METRICS = ['agree', 'net', 'mean'] as const;
export const VOICES = ['respondent', 'organization', 'population'] as const;

/** The highest revision that a client may count to. */
export const MOST_REVISIONS = 1_000_000_000;

/**
 * What ties log entries and events to one request: a request id of the gateway (base64) or of
 * Lambda (a UUID). Never one that a client made up, which could be anything.
 */
export const CORRELATION = /^[A-Za-z0-9+/=_-]{8,64}$/;
