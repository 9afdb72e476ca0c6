import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { SiteConfig } from '../../schemas/site-config.ts';
import { PROJECT } from '../places.ts';
import { cachingOf, mediaTypeOf } from './page-files.ts';

/** What a path of the pages is answered with. */
export type PageAnswer = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** Finds what a path of the pages is answered with; nothing where there is nothing. */
export type PagesAt = (path: string) => PageAnswer | undefined;

/**
 * The built pages in `directory` as the CDN serves them: with its headers, and by its own
 * function that tells which addresses are pages. `config.json` is made here.
 */
export const readBuiltPages = async (directory: string, config: SiteConfig): Promise<PagesAt> => {
  const [headers, documentOf] = await Promise.all([headersFor(config), readRewriting()]);
  const answer = (path: string, body: Uint8Array): [string, PageAnswer] => [
    path,
    {
      headers: {
        ...headers,
        'content-type': mediaTypeOf(extname(path)),
        'cache-control': cachingOf(path),
      },
      body,
    },
  ];
  const names = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const answers = new Map([
    ...(await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const file = join(parentPath, name);
        return answer(`/${relative(directory, file).split(sep).join('/')}`, await readFile(file));
      }),
    )),
    answer('/config.json', new TextEncoder().encode(JSON.stringify(config))),
  ]);
  return (path) => answers.get(documentOf(path));
};

/** The pages reach this origin, the issuer to sign in, and where files go: nothing else. */
const headersFor = async ({
  signIn,
  uploads,
}: SiteConfig): Promise<Readonly<Record<string, string>>> => {
  const file = join(PROJECT, 'web', 'pages', 'security-headers.json');
  const headers: Record<string, string> = JSON.parse(await readFile(file, 'utf8'));
  const issuer = new URL(signIn.tokenEndpoint ?? signIn.issuer).origin;
  const reached = [issuer, uploads].filter((origin) => origin !== undefined).join(' ');
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      value.replace("connect-src 'self'", `connect-src 'self' ${reached}`),
    ]),
  );
};

const readRewriting = async (): Promise<(path: string) => string> => {
  const code = await readFile(join(PROJECT, 'lib', 'site', 'rewrite-page-routes.js'), 'utf8');
  const handler: (event: { request: { uri: string } }) => { uri: string } = runInNewContext(
    `${code}; handler`,
  );
  return (path) => handler({ request: { uri: path } }).uri;
};
