import { createHash } from 'node:crypto';
import type { HttpEvent } from './http-event.ts';
import type { HttpReply } from './http-reply.ts';

/** The headers that say for how long a reply may be kept, and what it depends on. */
export type CacheRules = { readonly 'cache-control': string; readonly vary?: string };

const NOT_MODIFIED = 304;
const HEX_DIGITS = 32;

const hasTag = (ifNoneMatch: string | undefined, tag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map((candidate) => candidate.trim().replace(/^W\//, ''))
    .some((candidate) => candidate === tag || candidate === '*');

/** A reply that may be kept; a client that has just this one already is told so (304). */
export const cacheable = (event: HttpEvent, reply: HttpReply, rules: CacheRules): HttpReply => {
  const digest = createHash('sha256')
    .update(reply.body ?? '')
    .digest('hex');
  const etag = `"${digest.slice(0, HEX_DIGITS)}"`;
  const headers = { ...reply.headers, ...rules, etag };
  return hasTag(event.headers['if-none-match'], etag)
    ? { statusCode: NOT_MODIFIED, headers }
    : { ...reply, headers };
};
