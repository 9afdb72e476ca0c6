import { createHash } from 'node:crypto';
import type { HttpEvent } from '../middleware/http-event.ts';
import { type HttpReply, jsonReply } from '../middleware/http-reply.ts';

const MAX_AGE_SECONDS = 15;
const OK = 200;
const NOT_MODIFIED = 304;
const HEX_DIGITS = 32;

const hasTag = (ifNoneMatch: string | undefined, tag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map((candidate) => candidate.trim().replace(/^W\//, ''))
    .some((candidate) => candidate === tag || candidate === '*');

/** JSON that anyone may keep for 15 s; after that its tag tells whether it is still the same. */
export const cacheableReply = (event: HttpEvent, body: unknown): HttpReply => {
  const reply = jsonReply(OK, body, { 'cache-control': `public, max-age=${MAX_AGE_SECONDS}` });
  const digest = createHash('sha256')
    .update(reply.body ?? '')
    .digest('hex');
  const etag = `"${digest.slice(0, HEX_DIGITS)}"`;
  const headers = { ...reply.headers, etag };
  return hasTag(event.headers['if-none-match'], etag)
    ? { statusCode: NOT_MODIFIED, headers }
    : { ...reply, headers };
};
