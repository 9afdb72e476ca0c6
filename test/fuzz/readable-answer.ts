import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { ApiAnswer } from '../../local/api/call.ts';

const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

/** An answer with its body as it was before it was compressed. */
export const readableAnswer = (answer: ApiAnswer): ApiAnswer => {
  const decode = DECODERS[answer.headers['content-encoding'] ?? ''];
  return decode ? { ...answer, body: decode(answer.body) } : answer;
};
