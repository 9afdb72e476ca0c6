import { refTo } from './component-schemas.ts';
import { RECEIPT } from './examples.ts';
import { HEADERS_OF_ALL, type HeaderName } from './headers.ts';
import type { JsonObject } from './json-object.ts';
import type { Answer, Body, Caller, Operation } from './operation.ts';
import { pathParameters } from './path-parameters.ts';
import { queryParameters } from './query-parameters.ts';
import { type Refusal, refusalsOf, sharedRefusals } from './refusals.ts';

const TOKEN = 'token';

const SECURITY: Readonly<Record<Caller, readonly JsonObject[]>> = {
  anyone: [],
  receipt: [],
  reader: [{ [TOKEN]: ['planner'] }, { [TOKEN]: ['administrator'] }, {}],
  coordinator: [{ [TOKEN]: ['coordinator:ORGANIZATION'] }, { [TOKEN]: ['administrator'] }],
  administrator: [{ [TOKEN]: ['administrator'] }],
};

const receiptHeader = {
  name: 'Receipt',
  in: 'header',
  required: true,
  description: 'The secret that the client made; whoever has it holds the response.',
  schema: refTo('Receipt'),
  example: RECEIPT,
};

const conditionHeader = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The "ETag" of what the client has already.',
  schema: { type: 'string' },
  example: '"0123456789abcdef0123456789abcdef"',
};

const contentOf = (bodies: readonly Body[]): JsonObject =>
  Object.fromEntries(
    bodies.map(({ mediaType, schema, example }) => [
      mediaType,
      {
        schema: schema ? refTo(schema) : mediaType.startsWith('text/') ? { type: 'string' } : {},
        ...(example !== undefined && { example }),
      },
    ]),
  );

const POLICY = 'Content-Security-Policy';

/** What a header says; a page has a policy of its own. */
const headersOf = (names: readonly HeaderName[], isPage: boolean): JsonObject =>
  Object.fromEntries(
    names.map((name) => [
      name,
      { $ref: `#/components/headers/${isPage && name === POLICY ? `${POLICY}-Page` : name}` },
    ]),
  );

const answerOf = (
  { description, bodies = [], headers = [] }: Answer,
  isPage: boolean,
): JsonObject => ({
  description,
  headers: headersOf([...HEADERS_OF_ALL, ...headers], isPage),
  ...(bodies.length > 0 && { content: contentOf(bodies) }),
});

/** What OpenAPI says of a refusal. */
export const describeRefusal = ({
  description,
  isOurs,
  isPage,
  headers,
  content,
}: Refusal): JsonObject => ({
  description,
  ...(isOurs && { headers: headersOf([...HEADERS_OF_ALL, ...headers], isPage) }),
  content,
});

const responsesOf = (operation: Operation): JsonObject => ({
  ...Object.fromEntries(
    Object.entries(operation.answers).map(([status, answer]) => [
      status,
      answerOf(answer, operation.refusesWith === 'pages'),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(sharedRefusals()).map(([name, { status }]) => [
      String(status),
      { $ref: `#/components/responses/${name}` },
    ]),
  ),
  // Of a status that all operations share, what the operation says itself holds both.
  ...Object.fromEntries(
    refusalsOf(operation).map((refused) => [String(refused.status), describeRefusal(refused)]),
  ),
});

/** What OpenAPI says of an operation at a path. */
export const describeOperation = (path: string, operation: Operation): JsonObject => {
  const { id, tag, summary, description, caller, query = [], requestHeaders, body } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    security: SECURITY[caller],
    parameters: [
      ...pathParameters(path),
      ...queryParameters(query),
      ...(caller === 'receipt' ? [receiptHeader] : []),
      ...(requestHeaders ? [conditionHeader] : []),
    ],
    ...(body && {
      requestBody: { required: true, description: body.description, content: contentOf([body]) },
    }),
    responses: responsesOf(operation),
  };
};
