import type { MiddlewareObj } from '@middy/core';
import type { HttpReply } from './http-reply.ts';

type Headers = Readonly<Record<string, string>>;

/** Adds headers to every answer, refusals too, unless the answer has its own. */
export const responseHeaders = (headers: Headers): MiddlewareObj<unknown, HttpReply> => {
  const add = (request: { response: HttpReply | null }): void => {
    if (!request.response) return;
    request.response = {
      ...request.response,
      headers: { ...headers, ...request.response.headers },
    };
  };
  return { after: add, onError: add };
};
