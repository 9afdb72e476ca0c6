import type { HttpEvent } from './http-event.ts';
import { ProblemError } from './problem-error.ts';

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const textOf = ({ body = '', isBase64Encoded }: HttpEvent): string | undefined => {
  if (isBase64Encoded) return decode(Buffer.from(body, 'base64'));
  return body.isWellFormed() ? body : undefined;
};

/**
 * A request's body as text; empty where there is none.
 *
 * @throws ProblemError `invalid-request` where it is not UTF-8
 */
export const readText = (event: HttpEvent): string => {
  const text = textOf(event);
  if (text !== undefined) return text;
  throw new ProblemError('invalid-request', {
    errors: [{ pointer: '', expected: 'text in UTF-8' }],
  });
};
