import { theDefinition } from '../../test/functions/render-form/rendering-world.ts';
import { built } from '../../web/form/built.ts';
import { formPage } from '../../web/form/page/form-page.ts';
import { wordings } from '../../web/form/wording/wordings.ts';
import { bytesOf, KIB, type Size } from './size.ts';

const sizeOf = (what: string, text: string, limit?: number): Size => ({
  what,
  ...bytesOf(text),
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
        timeZone: 'America/Chicago',
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
