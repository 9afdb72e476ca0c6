import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { MiddlewareObj } from '@middy/core';
import { acceptsEncoding } from './accepts-encoding.ts';
import type { HttpEvent } from './http-event.ts';
import type { HttpReply } from './http-reply.ts';

/** Beyond this, brotli takes many times as long and saves little. */
const BROTLI_QUALITY = 9;
const GZIP_LEVEL = 9;

const ENCODERS = {
  br: (text: string) =>
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (text: string) => gzipSync(text, { level: GZIP_LEVEL }),
} as const;
type Encoding = keyof typeof ENCODERS;

const encodingFor = (event: HttpEvent): Encoding | undefined =>
  (['br', 'gzip'] as const).find((encoding) => acceptsEncoding(event, encoding));

const varyWith = (vary: string | undefined): string =>
  [vary, 'accept-encoding'].filter((each) => each !== undefined).join(', ');

const compress = (event: HttpEvent, reply: HttpReply): HttpReply => {
  const { body, headers, isBase64Encoded } = reply;
  if (!body || isBase64Encoded) return reply;
  const encoding = encodingFor(event);
  const vary = varyWith(headers?.vary);
  if (!encoding) return { ...reply, headers: { ...headers, vary } };
  return {
    ...reply,
    headers: { ...headers, vary, 'content-encoding': encoding },
    body: ENCODERS[encoding](body).toString('base64'),
    isBase64Encoded: true,
  };
};

/** Compresses texts as the client accepts it: HTTP APIs, unlike other gateways, never do. */
export const compressed = (): MiddlewareObj<HttpEvent, HttpReply> => {
  const apply = (request: { event: HttpEvent; response: HttpReply | null }): void => {
    if (request.response) request.response = compress(request.event, request.response);
  };
  return { after: apply, onError: apply };
};
