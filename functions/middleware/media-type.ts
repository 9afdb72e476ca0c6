import type { HttpEvent } from './http-event.ts';
import { ProblemError } from './problem-error.ts';

const CHARSET = /^charset="?utf-8"?$/i;

/**
 * Insists on a body's media type; a charset may be given if it is UTF-8.
 *
 * @throws ProblemError `unsupported-media-type`
 */
export const requireMediaType = (event: HttpEvent, expected: string): void => {
  const [type = '', ...parameters] = (event.headers['content-type'] ?? '').split(';');
  const charset = parameters.find((parameter) => /^\s*charset=/i.test(parameter))?.trim();
  const matches = type.trim().toLowerCase() === expected && (!charset || CHARSET.test(charset));
  if (matches) return;
  throw new ProblemError('unsupported-media-type', {
    detail: `Send the body as ${expected}, in UTF-8, and say so in "Content-Type".`,
  });
};
