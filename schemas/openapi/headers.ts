import type { JsonObject } from './json-object.ts';

const text = (description: string, more: JsonObject = {}): JsonObject => ({
  description,
  schema: { type: 'string', ...more },
});

/** The headers of answers that a client may look at. */
export const headers = {
  'Cache-Control': text('Who may keep the answer, and for how long.'),
  'Content-Disposition': text('The name to save the file under.'),
  'Content-Security-Policy': text('Nothing may be loaded or framed.', {
    const: "default-src 'none'; frame-ancestors 'none'",
  }),
  'Content-Security-Policy-Page': text(
    'Only its own style and scripts, by their hashes; it may not be framed.',
  ),
  ETag: text('Tag of this content, for "If-None-Match".'),
  Location: text('A link to the file that works for a short time.', { format: 'uri' }),
  'Referrer-Policy': text('No address goes anywhere.', { const: 'no-referrer' }),
  'Retry-After': text('Seconds to wait before the same request is sent again.', {
    pattern: '^\\d+$',
  }),
  'Strict-Transport-Security': text('Only over TLS.', {
    enum: ['max-age=31536000', 'max-age=31536000; includeSubDomains'],
  }),
  Vary: text('What of a request the answer depends on.', { const: 'accept-encoding' }),
  'WWW-Authenticate': text('What to show: a receipt or a token.', { enum: ['Receipt', 'Bearer'] }),
  'X-Content-Type-Options': text('The media type is what it says.', { const: 'nosniff' }),
} as const satisfies Readonly<Record<string, JsonObject>>;
export type HeaderName = keyof typeof headers;

/** What every answer of ours has. */
export const HEADERS_OF_ALL: readonly HeaderName[] = [
  'Cache-Control',
  'Content-Security-Policy',
  'Referrer-Policy',
  'Strict-Transport-Security',
  'X-Content-Type-Options',
];
