import type { HttpReply } from '../middleware/http-reply.ts';

const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['csv', 'text/csv; charset=utf-8'],
  ['json', 'application/json'],
  ['html', 'text/html; charset=utf-8'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]);

/** A file's bytes as they lie in the bucket, to be saved under a name that says whose they are. */
export const fileReply = (
  name: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
): HttpReply => ({
  statusCode: 200,
  headers: {
    'content-type': MEDIA_TYPES.get(name.split('.').at(-1) ?? '') ?? 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
    ...headers,
  },
  isBase64Encoded: true,
  body: Buffer.from(body).toString('base64'),
});
