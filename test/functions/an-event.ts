import type { HttpEvent } from '../../functions/middleware/http-event.ts';

/** A request without a body. */
export const anEvent = (overrides: Partial<HttpEvent> = {}): HttpEvent => ({
  routeKey: 'GET /v1/polls/{poll}',
  headers: {},
  isBase64Encoded: false,
  ...overrides,
});
