import { administrationOperations } from './administration-operations.ts';
import { componentSchemas } from './component-schemas.ts';
import { describeOperation, describeRefusal } from './describe-operation.ts';
import { formOperations } from './form-operations.ts';
import { headers } from './headers.ts';
import type { JsonObject } from './json-object.ts';
import type { Operations } from './operation.ts';
import { participationOperations } from './participation-operations.ts';
import { pollOperations } from './poll-operations.ts';
import { problemExamples, sharedRefusals } from './refusals.ts';
import { reportOperations } from './report-operations.ts';
import { responseOperations } from './response-operations.ts';

/** A change that a client could trip over raises the first number. */
const VERSION = '1.0.0';

const DESCRIPTION = [
  'Groundswell runs the Calls to Action Poll over many recovery community organizations and publishes ranked priorities.',
  'Whoever answers needs no account: the client makes a receipt, and its hash is the address of the response.',
  'What is refused, but by the pages of the form, comes as `application/problem+json` (RFC 9457) with a stable `code` and what to do; every address under `/v1` that is not listed here is answered so, with `not-found`.',
  'What the gateway itself refuses has its own form, `application/json` with a `message`; where the site stands in front, it gives these the same security headers. Its 429 and 503 have no `Retry-After`: wait 5 to 30 seconds.',
].join('\n\n');

const TAGS: readonly JsonObject[] = [
  { name: 'description', description: 'This document.' },
  { name: 'polls', description: 'What anyone may ask.' },
  { name: 'responses', description: 'What the holder of a receipt does with one response.' },
  { name: 'form', description: 'The pages on which people answer, for browsers.' },
  { name: 'reports', description: 'What planners read, and anyone where a poll says so.' },
  {
    name: 'participation',
    description: 'What those see who look after an organization, and administrators.',
  },
  { name: 'administration', description: 'What administrators do.' },
];

const OPERATIONS: Operations = {
  ...pollOperations,
  ...responseOperations,
  ...formOperations,
  ...reportOperations,
  ...participationOperations,
  ...administrationOperations,
};

const pathsOf = (operations: Operations): JsonObject => {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const [route, operation] of Object.entries(operations)) {
    const [method = '', path = ''] = route.split(' ');
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: describeOperation(path, operation),
    };
  }
  return paths;
};

const token = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description:
    "An access token of the deployment's OpenID Connect issuer. Its roles claim (`cognito:groups` unless set) lists `administrator`, `planner` or `coordinator:ORGANIZATION`; the scopes beside this scheme are these roles.",
};

/** The API as OpenAPI 3.1, as it lies in `docs/openapi.json` and is served. */
export const openApiDocument = (): JsonObject => ({
  openapi: '3.1.0',
  info: {
    title: 'Groundswell',
    version: VERSION,
    description: DESCRIPTION,
    license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/', description: 'The origin that serves this document.' }],
  tags: TAGS,
  paths: pathsOf(OPERATIONS),
  components: {
    schemas: componentSchemas(),
    headers,
    responses: Object.fromEntries(
      Object.entries(sharedRefusals()).map(([name, refusal]) => [name, describeRefusal(refusal)]),
    ),
    examples: problemExamples(),
    securitySchemes: { token },
  },
});
