/** A cache that grows past this starts anew. */
const MOST_ENTRIES = 10_000;

interface Options {
  readonly maxAgeMs: number;
  readonly now: () => Date;
}

/**
 * Remembers what a read found, for at most `maxAgeMs` from when the read began. What was not
 * found is looked for again each time: it may be there a moment later.
 */
export const rememberFound = <Key extends readonly string[], Value>(
  read: (...key: Key) => Promise<Value | undefined>,
  { maxAgeMs, now }: Options,
): ((...key: Key) => Promise<Value | undefined>) => {
  const found = new Map<string, { readonly value: Value; readonly readAt: number }>();
  return async (...key) => {
    const name = key.join('#');
    const startedAt = now().getTime();
    const known = found.get(name);
    if (known && startedAt - known.readAt < maxAgeMs) return known.value;
    const value = await read(...key);
    if (found.size >= MOST_ENTRIES) found.clear();
    if (value === undefined) found.delete(name);
    else found.set(name, { value, readAt: startedAt });
    return value;
  };
};
