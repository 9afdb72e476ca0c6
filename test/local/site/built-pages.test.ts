import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PagesAt, readBuiltPages } from '../../../local/site/built-pages.ts';
import { siteConfig } from '../../../local/site/site-config.ts';
import { SiteConfig } from '../../../schemas/site-config.ts';

const config = siteConfig({
  ...{ emulatorUrl: 'http://127.0.0.1:4566', tokenIssuer: 'https://issuer.example.org/pool' },
  userPoolClient: 'client',
});
let directory: string;
let pages: PagesAt;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'groundswell-pages-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<p>the document</p>');
  await writeFile(join(directory, 'assets', 'index-1.js'), 'run();');
  pages = await readBuiltPages(directory, config);
});
afterAll(() => rm(directory, { recursive: true }));

const textOf = (path: string): string | undefined => {
  const found = pages(path);
  return found && new TextDecoder().decode(found.body);
};

describe('the built pages on this machine', () => {
  test.each(['/', '/index.html', '/results/calls-to-action', '/results/spring/'])(
    'answer %s with the document',
    (path) => {
      expect(textOf(path)).toBe('<p>the document</p>');
      expect(pages(path)?.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(pages(path)?.headers['cache-control']).toBe('no-cache');
    },
  );

  test('answer a file with its bytes, to be kept for good', () => {
    expect(textOf('/assets/index-1.js')).toBe('run();');
    expect(pages('/assets/index-1.js')?.headers['cache-control']).toContain('immutable');
  });

  test.each(['/results', '/results/a/b', '/results/A', '/assets/', '/../package.json', '/other'])(
    'have nothing at %s',
    (path) => {
      expect(pages(path)).toBeUndefined();
    },
  );

  test('make config.json, which tells where to sign in', () => {
    expect(SiteConfig.parse(JSON.parse(textOf('/config.json') ?? ''))).toEqual(config);
  });

  test('let a browser reach this origin and the issuer, and run nothing inline', () => {
    const policy = pages('/')?.headers['content-security-policy'] ?? '';
    expect(policy).toContain("connect-src 'self' http://127.0.0.1:4566;");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('let a browser reach where files are uploaded to, where there is such a place', async () => {
    const uploads = 'https://uploads.example.org';
    const withUploads = await readBuiltPages(directory, { ...config, uploads });
    const policy = withUploads('/')?.headers['content-security-policy'];
    expect(policy).toContain(`connect-src 'self' http://127.0.0.1:4566 ${uploads};`);
  });
});
