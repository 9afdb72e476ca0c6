import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Holder } from '../api/response-requests.ts';
import { PROJECT } from '../places.ts';
import type { Template } from './assembly.ts';
import type { HeldData } from './held-data.ts';

/** A response that a release took in, and what its holder must still read afterwards. */
export type KeptResponse = {
  readonly holder: Holder;
  /** Absent where it was withdrawn. */
  readonly answers?: Readonly<Record<string, number>>;
};

/** What is kept of a release: what the next one must neither replace nor lose. */
export type KeptRelease = {
  readonly version: string;
  /** Templates by the name of their stack, such as `groundswell-production-data`. */
  readonly templates: Readonly<Record<string, Template>>;
  /** What a small poll left in the tables and buckets of that release. */
  readonly data: HeldData;
  readonly poll: string;
  readonly responses: readonly KeptResponse[];
};

export class NoKeptReleaseError extends Error {
  override readonly name = 'NoKeptReleaseError';
}

const RELEASES = join(PROJECT, 'test', 'releases');
const DATA = 'data.json';

/** Writes what is kept of a release, in the place of what was kept under its version. */
export const writeKeptRelease = async (release: KeptRelease): Promise<string> => {
  const { version, templates, ...rest } = release;
  const directory = join(RELEASES, version);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const [stack, template] of Object.entries(templates)) {
    await writeJson(join(directory, `${stack}.template.json`), template);
  }
  await writeJson(join(directory, DATA), rest);
  return directory;
};

const writeJson = (file: string, value: unknown): Promise<void> =>
  writeFile(file, `${JSON.stringify(value, null, 1)}\n`);

/** What is kept of the last release. */
export const readLastRelease = async (): Promise<KeptRelease> => {
  const version = (await versionsKept()).at(-1);
  if (!version) throw new NoKeptReleaseError('No release is kept. Run npm run release:keep.');
  const directory = join(RELEASES, version);
  const files = (await readdir(directory)).filter((file) => file.endsWith('.template.json'));
  const templates = await Promise.all(
    files.map(async (file) => [
      file.replace('.template.json', ''),
      JSON.parse(await readFile(join(directory, file), 'utf8')),
    ]),
  );
  const rest = JSON.parse(await readFile(join(directory, DATA), 'utf8'));
  return { version, templates: Object.fromEntries(templates), ...rest };
};

const versionsKept = async (): Promise<readonly string[]> => {
  const entries = await readdir(RELEASES, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && /^\d+\.\d+\.\d+$/.test(entry.name))
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
};
