import fc from 'fast-check';
import type { ApiRequest } from '../../local/api/call.ts';
import { responseId } from '../../local/api/response-requests.ts';
import { arbitraryOf, type Hints, hinted } from '../openapi/arbitrary-of.ts';
import { type Described, isProtected } from '../openapi/the-document.ts';
import { ORGANIZATIONS } from './hints.ts';
import { type FuzzToken, type FuzzTokens, NOBODY } from './tokens.ts';

/** A request that is still to be mutated. */
export type Draft = {
  readonly method: string;
  /** The parts of the path between slashes, percent-encoded. */
  readonly segments: readonly string[];
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: FuzzToken;
  /** What stands before the token; `Bearer` where nothing is said. */
  readonly scheme?: string;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
};

const HEADINGS = ['id', 'name', 'name:es', 'attribute:region', 'peopleServed', 'expectedResponses'];

const aCell: Readonly<Record<string, fc.Arbitrary<string>>> = {
  id: fc.constantFrom(...ORGANIZATIONS, 'new-one', 'another'),
  name: fc.constantFrom('Harbor', '"quoted, name"'),
  'name:es': fc.constantFrom('Casa', ''),
  'attribute:region': fc.constantFrom('north', ''),
  peopleServed: fc.constantFrom('', '10', '100000000'),
  expectedResponses: fc.constantFrom('', '250'),
};

/** A file of organizations; its schema in the document is but a string. */
const aCsv: fc.Arbitrary<string> = fc
  .tuple(fc.subarray(HEADINGS.slice(2)), fc.integer({ min: 1, max: 3 }))
  .chain(([more, rows]) => {
    const headings = ['id', 'name', ...more];
    const row = fc.tuple(...headings.map((heading) => aCell[heading] ?? fc.constant('')));
    return fc
      .array(row, { minLength: rows, maxLength: rows })
      .map((lines) => [headings, ...lines].map((cells) => cells.join(',')).join('\r\n'));
  });

const aBody = ({ requestBody }: Described, hints: Hints): fc.Arbitrary<string | undefined> => {
  const [mediaType, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (!body) return fc.constant(undefined);
  if (mediaType === 'text/csv') return aCsv;
  if (mediaType === 'application/x-www-form-urlencoded') {
    return arbitraryOf(body.schema, hints).map((fields) =>
      new URLSearchParams(fields as Record<string, string>).toString(),
    );
  }
  return arbitraryOf(body.schema, hints).map((value) => JSON.stringify(value));
};

const aToken = (operation: Described, tokens: FuzzTokens): fc.Arbitrary<FuzzToken> => {
  const nobody = { text: undefined, role: 'none' };
  if (operation.security.length === 0) return fc.constant(nobody);
  if (!isProtected(operation)) return fc.constant(tokens.planner);
  const [tag] = operation.tags;
  if (tag !== 'participation') return fc.constant(tokens.administrator);
  return fc.constantFrom(tokens.administrator, tokens.coordinator);
};

const typeOf = ({ requestBody }: Described): Readonly<Record<string, string>> => {
  const [mediaType] = Object.keys(requestBody?.content ?? {});
  return mediaType ? { 'content-type': mediaType } : {};
};

const encodedValue = (values: Readonly<Record<string, unknown>>, name: string): string =>
  encodeURIComponent(String(values[name] ?? ''));

/** A request to an operation as the document says that it is made. */
export const aDraft = (
  operation: Described,
  tokens: FuzzTokens,
  hints: Hints,
): fc.Arbitrary<Draft> => {
  const [method = '', path = ''] = operation.route.split(' ');
  const parameters = fc.record(
    Object.fromEntries(
      operation.parameters.map(({ name, schema }) => [
        name,
        hinted(arbitraryOf(schema, hints), hints[name]),
      ]),
    ),
    {
      noNullPrototype: true,
      requiredKeys: operation.parameters.flatMap(({ name, required }) => (required ? [name] : [])),
    },
  );
  return fc
    .record({ parameters, body: aBody(operation, hints), token: aToken(operation, tokens) })
    .map(({ parameters: made, body, token }) => {
      const values: Readonly<Record<string, unknown>> = made;
      const receipt = values.Receipt;
      const all = typeof receipt === 'string' ? { ...values, id: responseId(receipt) } : values;
      const asked = operation.parameters
        .filter(({ in: place, name }) => place === 'query' && name in values)
        .map(({ name }) => `${name}=${encodedValue(values, name)}`);
      const headers = operation.parameters
        .filter(({ in: place, name }) => place === 'header' && name in values)
        .map(({ name }): [string, string] => [name.toLowerCase(), String(values[name])]);
      return {
        method,
        segments: path
          .split('/')
          .slice(1)
          .map((part) => part.replace(/^\{(\w+)\}$/, (_all, name) => encodedValue(all, name))),
        query: asked.length > 0 ? `?${asked.join('&')}` : '',
        headers: { ...typeOf(operation), ...Object.fromEntries(headers) },
        token,
        body,
      };
    });
};

const USUAL_SCHEME = 'Bearer ';

/** Who the token makes of its bearer; behind another word than `Bearer` it is none. */
export const roleOf = ({ token, scheme = USUAL_SCHEME }: Draft): string | undefined =>
  scheme.toLowerCase() === USUAL_SCHEME.toLowerCase() ? token.role : NOBODY;

/** The request as it is sent. */
export const requestOf = ({
  method,
  segments,
  query,
  headers,
  token,
  scheme = USUAL_SCHEME,
  body,
}: Draft): ApiRequest => ({
  method,
  path: `/${segments.join('/')}${query}`,
  headers: {
    ...headers,
    ...(token.text !== undefined && { authorization: `${scheme}${token.text}` }),
  },
  ...(body !== undefined && { body }),
});
