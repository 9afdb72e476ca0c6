import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import { build } from 'esbuild';
import { PROJECT } from '../../../local/places.ts';

/** What a call of the generated client comes to. */
export type Result = {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
};

/** A client that a public tool made of the document: a function an operation. */
export type GeneratedClient = {
  readonly operations: Readonly<Record<string, (options: object) => Promise<Result>>>;
  /** Makes what holds an address, a token and a way to fetch. */
  readonly createClient: (config: object) => object;
  /** Where its sources are. */
  readonly directory: string;
  readonly remove: () => Promise<void>;
};

const ENTRY = "export * as operations from './sdk.gen'; export { createClient } from './client';";

/** Generates a client from `docs/openapi.json` into a folder of its own, and loads it. */
export const generateClient = async (): Promise<GeneratedClient> => {
  const directory = await mkdtemp(join(tmpdir(), 'groundswell-client-'));
  await createClient({
    input: join(PROJECT, 'docs', 'openapi.json'),
    output: { path: directory },
    logs: { level: 'silent' },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  });
  const [entry, outfile] = [join(directory, 'entry.ts'), join(directory, 'client.mjs')];
  await writeFile(entry, ENTRY);
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', logLevel: 'error' });
  const loaded: Pick<GeneratedClient, 'operations' | 'createClient'> = await import(
    /* @vite-ignore */ pathToFileURL(outfile).href
  );
  return {
    ...loaded,
    directory,
    remove: () => rm(directory, { recursive: true, force: true }),
  };
};
