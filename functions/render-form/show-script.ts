import { built } from '../../web/form/built.ts';
import { type CacheRules, cacheable } from '../middleware/cacheable.ts';
import type { RouteHandler } from '../middleware/routes.ts';

const OK = 200;

/** A browser looks for a new worker by itself; what the others do seldom changes. */
const RULES: Readonly<Record<'worker' | 'qr' | 'aloud', CacheRules>> = {
  worker: { 'cache-control': 'no-cache' },
  qr: { 'cache-control': 'public, max-age=3600' },
  aloud: { 'cache-control': 'public, max-age=3600' },
};

/** A worker may ask its own origin, and run nothing that it did not bring. */
const POLICY = "default-src 'none'; connect-src 'self'";

/** One of the scripts that come after the page. */
export const showScript =
  (name: keyof typeof RULES): RouteHandler =>
  async (event) =>
    cacheable(
      event,
      {
        statusCode: OK,
        headers: {
          'content-type': 'text/javascript; charset=utf-8',
          'content-security-policy': POLICY,
        },
        body: built[name],
      },
      RULES[name],
    );
