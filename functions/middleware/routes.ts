import type { HttpEvent } from './http-event.ts';
import type { HttpReply } from './http-reply.ts';
import { ProblemError } from './problem-error.ts';

export type RouteHandler = (event: HttpEvent) => Promise<HttpReply>;

/** Hands a request to the handler of its route (`GET /v1/polls/{poll}`); 404 where none is. */
export const routes = (handlers: Readonly<Record<string, RouteHandler>>): RouteHandler => {
  const byRoute = new Map(Object.entries(handlers));
  return async (event) => {
    const handler = byRoute.get(event.routeKey);
    if (!handler) throw new ProblemError('not-found');
    return handler(event);
  };
};
