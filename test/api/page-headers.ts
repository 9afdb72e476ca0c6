import type { ApiAnswer } from '../../local/api/call.ts';
import { NEVER, OF_EVERY_ANSWER } from './header-table.ts';

/** Every page and script of the form, and who may keep it; of what is refused nobody anything. */
export const PAGES: Readonly<Record<string, string>> = {
  'GET /p/{poll}/{organization}': 'public, max-age=15',
  'GET /p/{poll}/{organization}/about': 'public, max-age=15',
  // What it answers shows a private link, once.
  'POST /p/{poll}/{organization}': 'no-store',
  'GET /p/{poll}': 'no-store',
  'GET /p/worker.js': 'no-cache',
  'GET /p/qr.js': 'public, max-age=3600',
  'GET /p/aloud.js': 'public, max-age=3600',
};

/** What a page says of itself beyond what every answer does. */
const OF_ALL: Readonly<Record<string, string>> = {
  ...OF_EVERY_ANSWER,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'x-robots-tag': 'noindex',
};

const SCRIPT_POLICY = "default-src 'none'; connect-src 'self'";

/** What a page's policy must hold, each directive whole. */
const PAGE_POLICY: Readonly<Record<string, RegExp>> = {
  'default-src': /^'none'$/,
  'style-src': /^'sha256-[\w+/]{43}='$/,
  'script-src': /^(?:'sha256-[\w+/]{43}=' ){2}https?:\/\/[^/ ]+\/p\/aloud\.js$/,
  'connect-src': /^'self'$/,
  'worker-src': /^'self'$/,
  'img-src': /^data:$/,
  'form-action': /^'self'$/,
  'base-uri': /^'none'$/,
  'frame-ancestors': /^'none'$/,
};

const isScript = ({ headers }: ApiAnswer): boolean =>
  headers['content-type'] === 'text/javascript; charset=utf-8';

/** Whether an answer is a page for people. */
export const isPage = ({ headers }: ApiAnswer): boolean =>
  headers['content-type'] === 'text/html; charset=utf-8';

const policyFaults = (answer: ApiAnswer): readonly string[] => {
  const policy = answer.headers['content-security-policy'] ?? '';
  if (isScript(answer)) return policy === SCRIPT_POLICY ? [] : [`policy of a script: ${policy}`];
  const directives = new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')] as const;
    }),
  );
  const unknown = [...directives.keys()].filter((name) => !Object.hasOwn(PAGE_POLICY, name));
  const differing = Object.entries(PAGE_POLICY)
    .filter(([name, expected]) => !expected.test(directives.get(name) ?? ''))
    .map(([name]) => name);
  return [...unknown, ...differing].map((name) => `policy of a page: ${name}`);
};

/** How the headers of an answer of the form differ from what they have to be. */
export const pageFaults = (answer: ApiAnswer, route: string): readonly string[] => {
  const caching = answer.status < 400 ? PAGES[route] : 'no-store';
  const expected = { ...OF_ALL, 'cache-control': caching ?? 'no page of the form' };
  return [
    ...Object.keys(answer.headers).filter((name) => NEVER.test(name)),
    ...Object.entries(expected)
      .filter(([name, value]) => answer.headers[name] !== value)
      .map(([name, value]) => `${name}: ${answer.headers[name]} instead of ${value}`),
    ...(isPage(answer) || isScript(answer) ? [] : ['content-type']),
    ...policyFaults(answer),
  ];
};
