import type { HttpReply } from '../middleware/http-reply.ts';

const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['csv', 'text/csv; charset=utf-8'],
  ['json', 'application/json'],
  ['html', 'text/html; charset=utf-8'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]);

const extensionOf = (name: string): string => name.split('.').at(-1) ?? '';

/** Whether a file shrinks when it is compressed; a workbook is a zip already. */
export const isText = (name: string): boolean =>
  ['csv', 'json', 'html'].includes(extensionOf(name));

/** A file's bytes as they are sent, to be saved under a name that says whose they are. */
export const fileReply = (
  name: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
): HttpReply => ({
  statusCode: 200,
  headers: {
    'content-type': MEDIA_TYPES.get(extensionOf(name)) ?? 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
    ...headers,
  },
  isBase64Encoded: true,
  body: Buffer.from(body).toString('base64'),
});
