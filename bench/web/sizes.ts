import { brotliCompressSync, gzipSync } from 'node:zlib';
import { theDefinition } from '../../test/functions/render-form/rendering-world.ts';
import { built } from '../../web/form/built.ts';
import { formPage } from '../../web/form/page/form-page.ts';
import { wordings } from '../../web/form/wording/wordings.ts';

/** KB as everywhere here: 1,024 bytes. */
const KIB = 1024;

/** What is sent, in bytes, and what it may be once compressed by gzip, where that is held. */
export type Size = {
  readonly what: string;
  readonly plain: number;
  readonly gzip: number;
  readonly brotli: number;
  readonly limit?: number;
};

const sizeOf = (what: string, text: string, limit?: number): Size => ({
  what,
  plain: Buffer.byteLength(text),
  gzip: gzipSync(text, { level: 9 }).length,
  brotli: brotliCompressSync(text).length,
  ...(limit && { limit }),
});

/** The shipped poll's form in each language, and the scripts that come after it. */
export const measureSizes = (): readonly Size[] => [
  ...wordings.map((wording) =>
    sizeOf(
      `form (${wording.language})`,
      formPage({
        poll: 'calls-to-action',
        definition: theDefinition(),
        closesAt: '2027-03-01T05:00:00.000Z',
        organization: { id: 'harbor-lights', name: { en: 'Harbor Lights Recovery' } },
        wording,
        languages: wordings,
      }),
      10 * KIB,
    ),
  ),
  sizeOf('service worker', built.worker, 1.5 * KIB),
  sizeOf('reading aloud, after the form', built.aloud),
  sizeOf('QR code, after the form', built.qr),
];
