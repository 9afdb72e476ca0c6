import type { MiddlewareObj } from '@middy/core';
import type { HttpEvent } from './http-event.ts';
import type { HttpReply } from './http-reply.ts';
import type { Log } from './logger.ts';

/** Logs each request by its route and status; its path, its sender and its body stay out. */
export const requestLog = (log: Log): MiddlewareObj<HttpEvent, HttpReply> => {
  const answered = (request: { event: HttpEvent; response: HttpReply | null }): void => {
    log.info('request.answered', {
      route: request.event.routeKey,
      status: request.response?.statusCode,
    });
  };
  return {
    before: ({ context }) => log.addContext(context),
    after: answered,
    onError: answered,
  };
};
