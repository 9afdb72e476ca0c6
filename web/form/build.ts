import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import { build } from 'esbuild';

const HERE = import.meta.dirname;

/** What the script is written down to; browsers without it get the form that works without. */
const TARGET = 'es2020';

/**
 * Says that the script will run, on the same conditions on which it does; and whether somebody
 * comes back, for whom there may be something to say above the form.
 */
const HEAD_SCRIPT =
  "self.crypto&&crypto.subtle&&Element.prototype.replaceChildren&&(document.documentElement.className=(navigator.serviceWorker||{}).controller?'js back':'js')";

/**
 * Names of members of our own, which need not be long. None is a browser's, is sent or kept, or is
 * an action that a button names.
 */
const SHORTENED = new RegExp(
  `^(?:${[
    ...['shown', 'waitFor', 'setLink', 'tellWaiting', 'resume', 'isPending', 'leave'],
    ...['saveDraft', 'dropDraft', 'recallDraft', 'keepReceipt', 'keptReceipt', 'keepPages'],
    ...[
      'draw',
      'panel',
      'note',
      'lasting',
      'names',
      'drop',
      'isOdd',
      'afterSeconds',
      'kind',
      'store',
      'view',
      'own',
      'phone',
      'link',
      'show',
      'isWaiting',
    ],
  ].join('|')})$`,
);

const bundle = async (entry: string, kind: 'esm' | 'iife' | 'css'): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [`${HERE}/${entry}`],
    bundle: true,
    minify: true,
    write: false,
    ...(kind !== 'css' && { format: kind }),
    target: TARGET,
    mangleProps: SHORTENED,
    charset: 'utf8',
    legalComments: 'none',
  });
  const text = (outputFiles[0]?.text ?? '').trim();
  // Custom properties keep the space after their colon, which nothing needs.
  return kind === 'css' ? text.replaceAll(/(--\w+): /g, '$1:') : text;
};

/** What of the form runs or is drawn in a browser, as one module of texts. */
export const buildForm = async (): Promise<string> => {
  const built = {
    headScript: HEAD_SCRIPT,
    style: await bundle('style.css', 'css'),
    script: await bundle('client/main.ts', 'esm'),
    worker: await bundle('worker/worker.ts', 'iife'),
    aloud: await bundle('client/read-aloud.ts', 'esm'),
    qr: await bundle('worker/qr.ts', 'iife'),
  };
  const entries = Object.entries(built).map(([name, text]) =>
    format('  %s: %s,', name, JSON.stringify(text)),
  );
  return [
    '/** Made by `npm run build:form` from what lies beside it; a test holds the two together. */',
    'export const built = {',
    ...entries,
    '} as const;',
    '',
  ].join('\n');
};

if (import.meta.main) writeFileSync(`${HERE}/built.ts`, await buildForm());
