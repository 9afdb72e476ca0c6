import { misleadingNames } from '../../core/json/misleading-names.ts';
import type { HttpEvent } from './http-event.ts';
import { requireMediaType } from './media-type.ts';
import { ProblemError } from './problem-error.ts';
import { readText } from './read-text.ts';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('invalid-json', { errors: [{ pointer: '', expected: 'JSON' }] });
  }
};

/**
 * A request's JSON body. Of a name that stands twice in an object, parsers keep whichever they
 * like: such a body is refused, because nobody could say which answer was meant.
 *
 * @throws ProblemError where the body is of another type, not UTF-8, not JSON or ambiguous
 */
export const readJson = (event: HttpEvent): unknown => {
  requireMediaType(event, 'application/json');
  const text = readText(event);
  const value = parse(text);
  const errors = misleadingNames(text).map((pointer) => ({
    pointer,
    expected: 'each name once, and none that is "__proto__"',
  }));
  if (errors.length > 0) throw new ProblemError('invalid-request', { errors });
  return value;
};
