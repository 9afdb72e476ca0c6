import { pointerTo } from './pointer.ts';

/** Words that could be a name of ours: an id, or an attribute in camel case. */
const PLAIN_NAME = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
const LONGEST_NAME = 64;

/** Nothing that we read nests deeper. */
const DEEPEST = 16;

const isPlain = (part: PropertyKey): boolean =>
  typeof part === 'number' ||
  (String(part).length <= LONGEST_NAME && PLAIN_NAME.test(String(part)));

/**
 * A JSON Pointer that repeats only what is harmless to repeat of what a client sent: it ends
 * above the first name that is not plain, and 16 levels deep at the latest.
 */
export const safePath = (path: readonly PropertyKey[]): string => {
  const levels = path.slice(0, DEEPEST);
  const odd = levels.findIndex((part) => !isPlain(part));
  return pointerTo(odd < 0 ? levels : levels.slice(0, odd));
};
