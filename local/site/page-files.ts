const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** The media type of a file of the pages, by its ending with the dot. */
export const mediaTypeOf = (ending: string): string =>
  MEDIA_TYPES[ending] ?? 'application/octet-stream';

/** How long a file of the pages may be kept: for good where its name has its content's hash. */
export const cachingOf = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
