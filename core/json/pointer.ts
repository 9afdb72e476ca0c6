/** A JSON Pointer (RFC 6901) to where these names and indexes lead; empty for the whole. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
