import type { MiddlewareObj } from '@middy/core';
import type { HttpEvent } from './http-event.ts';
import type { HttpReply } from './http-reply.ts';
import { ProblemError } from './problem-error.ts';

const KIB = 1024;

const bytesOf = ({ body, isBase64Encoded }: HttpEvent): number =>
  body ? Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8') : 0;

/**
 * Insists on a body of at most `limitBytes`.
 *
 * @throws ProblemError `body-too-large`
 */
export const requireBodyWithin = (event: HttpEvent, limitBytes: number): void => {
  if (bytesOf(event) <= limitBytes) return;
  throw new ProblemError('body-too-large', {
    detail: `Send a body of at most ${Math.floor(limitBytes / KIB)} KB.`,
  });
};

/** Refuses a body of more than `limitBytes` before anything reads it. */
export const bodyLimit = (limitBytes: number): MiddlewareObj<HttpEvent, HttpReply> => ({
  before: ({ event }) => requireBodyWithin(event, limitBytes),
});
