import { brotliCompressSync, gzipSync } from 'node:zlib';

/** KB as everywhere here: 1,024 bytes. */
export const KIB = 1024;

/** What a browser is sent, in bytes. */
export type Bytes = { readonly plain: number; readonly gzip: number; readonly brotli: number };

/** What is sent, and what it may be once compressed by gzip, where that is held. */
export type Size = Bytes & { readonly what: string; readonly limit?: number };

export const bytesOf = (body: string | Uint8Array): Bytes => ({
  plain: Buffer.byteLength(body),
  gzip: gzipSync(body, { level: 9 }).length,
  brotli: brotliCompressSync(body).length,
});
