import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  NoSiteError,
  type PageObject,
  pagesPlaceIn,
  publishPages,
} from '../../../local/site/publish-pages.ts';

const config = { signIn: { issuer: 'https://issuer.example.org/pool', clientId: 'client' } };
const outputs = {
  'groundswell-production-data': { ReportsBucket: 'reports' },
  'groundswell-production-site': { PagesBucket: 'pages', PagesConfig: JSON.stringify(config) },
};
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'groundswell-pages-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<p>the document</p>');
  await writeFile(join(directory, 'assets', 'index-1.js'), 'run();');
});
afterAll(() => rm(directory, { recursive: true }));

const published = async (): Promise<readonly PageObject[]> => {
  const put: PageObject[] = [];
  await publishPages(directory, config, async (object) => void put.push(object));
  return put;
};

describe('publishing the pages', () => {
  test('puts assets first, so that no document names what is not there', async () => {
    const keys = (await published()).map(({ key }) => key);
    expect(keys).toEqual(['assets/index-1.js', 'config.json', 'index.html']);
  });

  test('has assets kept for good and documents asked for anew', async () => {
    const [asset, ...documents] = await published();
    expect(asset).toMatchObject({
      ...{ mediaType: 'text/javascript; charset=utf-8' },
      caching: 'public, max-age=31536000, immutable',
    });
    for (const { caching } of documents) expect(caching).toBe('no-cache');
  });

  test('tells the pages where to sign in', async () => {
    const found = (await published()).find(({ key }) => key === 'config.json');
    expect(JSON.parse(new TextDecoder().decode(found?.body))).toEqual(config);
  });

  test('puts no document after an asset that could not be put', async () => {
    const keys: string[] = [];
    const refusing = async ({ key }: PageObject): Promise<void> => {
      if (key.startsWith('assets/')) throw new Error('refused');
      keys.push(key);
    };
    await expect(publishPages(directory, config, refusing)).rejects.toThrow('refused');
    expect(keys).toEqual([]);
  });
});

describe('where pages are published', () => {
  test("is what the site's stack says", () => {
    expect(pagesPlaceIn(outputs)).toEqual({ bucket: 'pages', config });
  });

  test('has to be among the outputs', () => {
    const { 'groundswell-production-data': data } = outputs;
    expect(() => pagesPlaceIn({ data })).toThrow(NoSiteError);
  });
});
