import { statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling } from '../../lib/constructs/bundling.ts';
import type { Contender } from './bundles.ts';

const PROJECT = join(import.meta.dirname, '..', '..');

/** A bundle, and where it lies. */
export type Bundle = { readonly name: string; readonly file: string; readonly bytes: number };

/** Bundles a module with the options that the deployment has for functions. */
export const buildBundle = async (
  { name, source }: Contender,
  directory: string,
): Promise<Bundle> => {
  const file = join(directory, name.replaceAll('/', '-'), 'index.mjs');
  await build({
    stdin: { contents: source, resolveDir: PROJECT, loader: 'ts' },
    outfile: file,
    ...bundling,
    logLevel: 'error',
  });
  return { name, file, bytes: statSync(file).size };
};
