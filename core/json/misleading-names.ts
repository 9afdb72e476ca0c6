import { safePath } from './safe-path.ts';

/** A string, or one of the marks that open, close and separate; other values do not matter. */
const TOKEN = /"(?:[^"\\]+|\\.)*"|[{}[\],]/gs;

/** A name that is no ordinary member in JavaScript, so that checks can pass it over. */
const PROTO = '__proto__';

/** What is being read: an object with the names seen in it, or an array with a position. */
type Container =
  | { readonly kind: 'object'; readonly names: Set<string>; name: string; awaitsName: boolean }
  | { readonly kind: 'array'; index: number };

const pointerOf = (containers: readonly Container[]): string =>
  safePath(containers.map((c) => (c.kind === 'object' ? c.name : c.index)));

const opened = (token: string): Container =>
  token === '{'
    ? { kind: 'object', names: new Set(), name: '', awaitsName: true }
    : { kind: 'array', index: 0 };

const advance = (container: Container | undefined): void => {
  if (container?.kind === 'array') container.index += 1;
  if (container?.kind === 'object') container.awaitsName = true;
};

/**
 * Where a text that is known to be valid JSON has a name that parsers treat differently: one
 * that stands twice in the same object (`JSON.parse` keeps the last without a word), or
 * `__proto__`. One JSON Pointer each, in order. Without recursion, however deep it nests.
 */
export const misleadingNames = (json: string): readonly string[] => {
  const found: string[] = [];
  const containers: Container[] = [];
  for (const [token] of json.matchAll(TOKEN)) {
    const innermost = containers.at(-1);
    if (token === '{' || token === '[') containers.push(opened(token));
    else if (token === '}' || token === ']') containers.pop();
    else if (token === ',') advance(innermost);
    else if (innermost?.kind === 'object' && innermost.awaitsName) {
      const name: string = JSON.parse(token);
      innermost.name = name;
      innermost.awaitsName = false;
      if (name === PROTO || innermost.names.has(name)) found.push(pointerOf(containers));
      innermost.names.add(name);
    }
  }
  return found;
};
