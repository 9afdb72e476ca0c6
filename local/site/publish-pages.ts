import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { SiteConfig } from '../../schemas/site-config.ts';
import { cachingOf, mediaTypeOf } from './page-files.ts';

/** An object to be put into the bucket of the pages. */
export type PageObject = {
  readonly key: string;
  readonly body: Uint8Array;
  readonly mediaType: string;
  readonly caching: string;
};

/** Where pages are published, and what they are told there. */
export type PagesPlace = { readonly bucket: string; readonly config: SiteConfig };

export class NoSiteError extends Error {
  override readonly name = 'NoSiteError';
}

/**
 * Finds where the pages go among a deployment's outputs, as `cdk deploy` writes them:
 * `{ stack: { name: value } }`.
 *
 * @throws NoSiteError where no stack of them is the site's
 */
export const pagesPlaceIn = (
  outputs: Readonly<Record<string, Readonly<Record<string, string>>>>,
): PagesPlace => {
  const site = Object.values(outputs).find((values) => 'PagesBucket' in values);
  const { PagesBucket: bucket, PagesConfig: config } = site ?? {};
  if (bucket === undefined || config === undefined) {
    throw new NoSiteError(
      'No stack among the outputs has PagesBucket and PagesConfig. Deploy with --all, which writes out/outputs.json, and publish from there.',
    );
  }
  return { bucket, config: SiteConfig.parse(JSON.parse(config)) };
};

/**
 * Puts the built pages of `directory` into their bucket, assets first: a document may name an
 * asset only once that is there. Nothing is deleted, so that a page that is open finds its own.
 *
 * @returns how many objects were put
 */
export const publishPages = async (
  directory: string,
  config: SiteConfig,
  put: (object: PageObject) => Promise<void>,
): Promise<number> => {
  const names = await readdir(directory, { recursive: true, withFileTypes: true });
  const objects = await Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const file = join(parentPath, name);
        return pageObject(relative(directory, file).split(sep).join('/'), await readFile(file));
      }),
  );
  const text = new TextEncoder().encode(JSON.stringify(config));
  const isAsset = ({ key }: PageObject): boolean => key.startsWith('assets/');
  const documents = [pageObject('config.json', text), ...objects.filter((one) => !isAsset(one))];
  await Promise.all(objects.filter(isAsset).map(put));
  for (const document of documents) await put(document);
  return objects.length + 1;
};

const pageObject = (key: string, body: Uint8Array): PageObject => ({
  key,
  body,
  mediaType: mediaTypeOf(extname(key)),
  caching: cachingOf(`/${key}`),
});
