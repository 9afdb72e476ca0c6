import fc from 'fast-check';
import type { Draft } from './draft.ts';
import { aMarkedName, aMarkedText, aValueMark } from './marks.ts';
import { mutateJson } from './mutate-json.ts';
import type { FuzzTokens } from './tokens.ts';

/** One change to a request, at one of its levels. */
type Mutation = (draft: Draft) => fc.Arbitrary<Draft>;

const KB = 1024;

/** Where administrators may send up to 2 MB. */
const BODILESS_OR_CSV =
  /^v1\/polls(?:\/[a-z]+\/(?:organizations(?:\/[a-z-]+\/exclusions)?|settings|open|close|release|audit))?$/;

const bytesOf = (body: Draft['body']): Uint8Array<ArrayBuffer> =>
  typeof body === 'string'
    ? Uint8Array.from(Buffer.from(body, 'utf8'))
    : (body ?? new Uint8Array());

const textOf = (body: Draft['body']): string =>
  typeof body === 'string' ? body : Buffer.from(bytesOf(body)).toString('latin1');

const isJson = ({ headers }: Draft): boolean => headers['content-type'] === 'application/json';

const isForm = ({ headers }: Draft): boolean =>
  headers['content-type'] === 'application/x-www-form-urlencoded';

const FIELDS = ['_do', '_receipt', '_revision', '_invitation', '_lang', '_clear'];
const GROUPS = ['q0', 'q1', 'q3', 'q4', 'q01', 'q1.0', 'q99999999999'];

/** A field more, once more, or with an odd value. */
const fielded: Mutation = (draft) =>
  fc
    .tuple(
      fc.oneof(fc.constantFrom(...FIELDS, ...GROUPS, '__proto__', 'constructor'), aMarkedText),
      fc.oneof(
        aMarkedText,
        fc.constantFrom('', '1', '-1', '0x5', '1e3', ' 5 ', '٣', '9'.repeat(400), 'NaN', 'send'),
      ),
      fc.boolean(),
    )
    .map(([name, value, isFirst]) => {
      const fields = [...new URLSearchParams(textOf(draft.body))];
      const odd: [string, string] = [name.toWellFormed(), value.toWellFormed()];
      const all = isFirst ? [odd, ...fields] : [...fields, odd];
      return { ...draft, body: new URLSearchParams(all).toString() };
    });

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const within: Mutation = (draft) => {
  const { body } = draft;
  if (isForm(draft)) return fielded(draft);
  if (typeof body !== 'string' || !isJson(draft) || !parses(body)) return damaged(draft);
  return mutateJson(body).map((text) => ({ ...draft, body: text }));
};

/** Cut off, or with something inserted, which may end within a name. */
const damaged: Mutation = (draft) => {
  const text = textOf(draft.body);
  return fc
    .tuple(
      fc.nat({ max: text.length }),
      fc.oneof(aMarkedName, fc.constantFrom('', '\u0000', '"', '}', '\\', ',', '\n', '=1+1')),
      fc.boolean(),
    )
    .map(([at, inserted, isCut]) => ({
      ...draft,
      body: `${text.slice(0, at)}${inserted}${isCut ? '' : text.slice(at)}`,
    }));
};

type Encode = (text: string) => Uint8Array<ArrayBuffer>;

const ENCODINGS: readonly Encode[] = [
  bytesOf,
  (text) => bytesOf(`\ufeff${text}`),
  (text) => Uint8Array.from(Buffer.from(text, 'utf16le')),
  (text) => Uint8Array.from([...bytesOf(text), 0xff, 0xfe]),
  (text) => Uint8Array.from([0xc0, 0x80, ...bytesOf(text)]),
  (text) => bytesOf(Buffer.from(text).toString('base64')),
];

/** In another encoding, or in none. */
const encoded: Mutation = (draft) => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((some) => Uint8Array.from(some));
  const another = fc.constantFrom(...ENCODINGS).map((encode) => encode(textOf(draft.body)));
  return fc.oneof({ weight: 5, arbitrary: another }, bytes).map((body) => ({ ...draft, body }));
};

/** Empty, absent, or as long as a limit, and longer. */
const sized: Mutation = (draft) => {
  const text = textOf(draft.body);
  const most = BODILESS_OR_CSV.test(draft.segments.join('/')) ? 2049 * KB : 201 * KB;
  return fc.constantFrom(undefined, '', ' ', 16 * KB, 16 * KB + 1, 17 * KB, most).map((size) => ({
    ...draft,
    body: typeof size === 'number' ? text.padEnd(size) : size,
  }));
};

const aSegment = fc.oneof(
  aValueMark,
  aMarkedText.map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom('%2F', '%00', '%C0%80', '%ff', '%25', '%', '%zz', '..', '.', '%2e%2e', '~', '*'),
  fc.constantFrom(
    'spring%2Forganizations',
    'SPRING',
    'spring-',
    '-',
    'x'.repeat(33),
    '%F0%9F%8C%80',
  ),
  fc.constantFrom('__proto__', 'constructor', 'POLLS', 'spring%23harbor', 'latest', '0'.repeat(32)),
  fc.constantFrom('x'.repeat(3000), 'spring;a=b', 'spring,summer', '{poll}', '$default'),
);

const addressed: Mutation = (draft) =>
  fc
    .tuple(fc.nat({ max: draft.segments.length - 1 }), aSegment, fc.nat({ max: 9 }))
    .map(([at, segment, kind]) => {
      const { segments } = draft;
      if (kind === 0) return { ...draft, segments: [...segments, ''] };
      if (kind === 1) return { ...draft, segments: segments.slice(0, -1) };
      if (kind === 2) return { ...draft, query: `?poll=${segment}&id=1&__proto__=x` };
      if (kind === 3) return { ...draft, query: `?limit=${segment}` };
      if (kind === 4) return { ...draft, query: `?before=${segment}&limit=${at}` };
      return { ...draft, segments: segments.map((part, i) => (i === at ? segment : part)) };
    });

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];
const called: Mutation = (draft) =>
  fc.constantFrom(...METHODS).map((method) => ({ ...draft, method }));

const TYPES = ['', ';;;', 'text/plain', 'application/json; charset=latin1', 'a/b;charset', 'json'];
const SAME_TYPES = ['APPLICATION/JSON', 'application/json;charset="utf-8"', 'text/csv', '*/*'];
const aHeader: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.tuple(fc.constant('content-type'), fc.constantFrom(...TYPES, ...SAME_TYPES)),
  fc.tuple(
    fc.constant('receipt'),
    fc.oneof(aValueMark, fc.constantFrom('', 'short', 'a'.repeat(87))),
  ),
  fc.tuple(
    fc.constant('if-none-match'),
    fc.oneof(aValueMark, fc.constantFrom('*', '"c0ffee00"', `"${'c0ffee00'.repeat(8)}"`, 'W/')),
  ),
  fc.tuple(
    fc.constantFrom(
      'accept',
      'accept-encoding',
      'accept-language',
      'cookie',
      'x-forwarded-for',
      'origin',
      'range',
    ),
    aValueMark,
  ),
  fc.constantFrom(
    ['content-encoding', 'gzip'],
    ['accept-encoding', 'gzip'],
    ['accept-encoding', 'br;q=0.5, gzip;q=0'],
    ['accept-encoding', 'GZIP ;q=1,br ;Q=1'],
    ['accept-encoding', 'identity;q=0, *;q=0'],
    ['x-http-method-override', 'DELETE'],
    ['accept', 'x'.repeat(8000)],
    ['__proto__', 'x'],
    ['CONTENT-TYPE', 'text/plain'],
  ),
);
const headed: Mutation = (draft) =>
  aHeader.map(([name, value]) => ({ ...draft, headers: { ...draft.headers, [name]: value } }));

const unheaded: Mutation = (draft) => {
  const names = Object.keys(draft.headers);
  if (names.length === 0) return headed(draft);
  return fc.constantFrom(...names).map((gone) => ({
    ...draft,
    headers: Object.fromEntries(Object.entries(draft.headers).filter(([name]) => name !== gone)),
  }));
};

const tokenOf =
  ({ administrator, planner, nameless = administrator, others, any }: FuzzTokens): Mutation =>
  (draft) =>
    fc
      .oneof(
        ...(any ? [{ weight: 12, arbitrary: any }] : []),
        { weight: 1, arbitrary: fc.constant(nameless) },
        { weight: 5, arbitrary: fc.constantFrom(administrator, planner, ...others) },
      )
      .map((token) => ({ ...draft, token }));

const SAME_SCHEMES = ['bearer ', 'BEARER '];
const OTHER_SCHEMES = ['Basic ', 'Token ', 'DPoP ', 'Bearer', 'Bearer:', 'Bearer Bearer ', 'AWS '];

const schemed: Mutation = (draft) =>
  fc.constantFrom(...SAME_SCHEMES, ...OTHER_SCHEMES).map((scheme) => ({ ...draft, scheme }));

/** A request with one more fault, at any of its levels; now and then it is none. */
export const aMutant = (draft: Draft, tokens: FuzzTokens): fc.Arbitrary<Draft> => {
  const levels: readonly (readonly [weight: number, Mutation])[] = [
    ...(draft.body === undefined
      ? []
      : ([
          [10, within],
          [3, damaged],
        ] as const)),
    [2, encoded],
    [draft.body === undefined ? 5 : 2, sized],
    [4, addressed],
    [1, called],
    [3, headed],
    [2, unheaded],
    [draft.token.text === undefined ? 2 : 8, tokenOf(tokens)],
    [draft.token.text === undefined ? 0 : 2, schemed],
  ];
  return fc.oneof(...levels.map(([weight, mutation]) => ({ weight, arbitrary: mutation(draft) })));
};
