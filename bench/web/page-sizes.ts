import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placesIn } from '../../local/places.ts';
import { buildPages } from '../../local/site/build-pages.ts';
import { type Bytes, bytesOf, KIB, type Size } from './size.ts';

const LIMIT = 60 * KIB;
const BUILDING_MS = 60_000;

/** What is loaded only when it is needed. */
const LATER = {
  signingIn: /^oidc-client-ts-/,
  zip: /^zip-release-/,
  organization: /^organization-page-/,
  administration: /^administration-page-/,
};

/**
 * What the results page loads before its data, built anew: of a public poll, then what signing
 * in and the zip add. The limit is for a page that is signed in.
 */
export const measurePageSizes = async (): Promise<readonly Size[]> => {
  const directory = await mkdtemp(join(tmpdir(), 'groundswell-pages-'));
  const signal = AbortSignal.timeout(BUILDING_MS);
  const built = await buildPages({ signal }, placesIn(directory));
  const files = (await readdir(built, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const measured = await Promise.all(
    files.map(async ({ parentPath, name }) => ({
      name,
      size: bytesOf(await readFile(join(parentPath, name))),
    })),
  );
  await rm(directory, { recursive: true });
  const later = (pattern: RegExp) => measured.filter(({ name }) => pattern.test(name));
  const first = measured.filter(({ name }) => !Object.values(LATER).some((one) => one.test(name)));
  const signedIn = [...first, ...later(LATER.signingIn)];
  return [
    sum('results page', first),
    { ...sum('results page, signed in', signedIn), limit: LIMIT },
    sum('zip of a release, when asked for', later(LATER.zip)),
    sum("a coordinator's page, beside that", later(LATER.organization)),
    sum("an administrator's page, beside that", later(LATER.administration)),
  ];
};

const sum = (what: string, files: readonly { readonly size: Bytes }[]): Size => ({
  what,
  plain: files.reduce((all, { size }) => all + size.plain, 0),
  gzip: files.reduce((all, { size }) => all + size.gzip, 0),
  brotli: files.reduce((all, { size }) => all + size.brotli, 0),
});
