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
    bundle: true,
    platform: 'node',
    logLevel: 'error',
    legalComments: 'none',
    format: 'esm',
    target: bundling.target ?? [],
    mainFields: bundling.mainFields ?? [],
    minify: bundling.minify ?? false,
    sourcemap: bundling.sourceMap ?? false,
    sourcesContent: bundling.sourcesContent ?? true,
    ...(bundling.charset && { charset: bundling.charset }),
    ...(bundling.banner && { banner: { js: bundling.banner } }),
  });
  return { name, file, bytes: statSync(file).size };
};
