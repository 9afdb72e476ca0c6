import { type CacheRules, cacheable } from '../middleware/cacheable.ts';
import type { HttpEvent } from '../middleware/http-event.ts';
import { type HttpReply, jsonReply } from '../middleware/http-reply.ts';

const RULES: CacheRules = { 'cache-control': 'public, max-age=15' };
const OK = 200;

/** JSON that anyone may keep for 15 s; after that its tag tells whether it is still the same. */
export const cacheableReply = (event: HttpEvent, body: unknown): HttpReply =>
  cacheable(event, jsonReply(OK, body), RULES);
