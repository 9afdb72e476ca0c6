import { describe, expect, test } from 'vitest';
import { openApiDocument } from '../../../schemas/openapi/open-api-document.ts';
import { problems } from '../../../schemas/problem-catalogue.ts';
import { resourcesOf, STAGES } from '../../lib/synthesized.ts';
import { schemaFaults } from '../../openapi/json-schema.ts';
import { OpenApiForm } from '../../openapi/open-api-form.ts';
import {
  type Described,
  documentText,
  isProtected,
  type MediaType,
  operations,
  resolveSchema,
  theDocument,
} from '../../openapi/the-document.ts';

const inOrder = (values: Iterable<string>): readonly string[] => [...values].sort();

const parametersIn = ({ route }: Described): readonly string[] =>
  [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const bodiesOf = ({ requestBody, responses }: Described): readonly [string, MediaType][] =>
  [requestBody, ...Object.values(responses)].flatMap((holder) =>
    Object.entries(holder?.content ?? {}),
  );

const examplesOf = ({ example, examples = {} }: MediaType): readonly unknown[] => [
  ...(example === undefined ? [] : [example]),
  ...Object.values(examples).map(({ value }) => value),
];

/** Where there is nothing, and the scripts that are a part of the form's page. */
const NOT_DESCRIBED = [
  '$default',
  'GET /p/{poll}',
  'GET /p/worker.js',
  'GET /p/qr.js',
  'GET /p/aloud.js',
];

/** The codes that the document says a route may be refused with. */
const codesOf = ({ responses }: Described): readonly string[] =>
  Object.values(responses).flatMap(({ content = {} }) =>
    Object.keys(content['application/problem+json']?.examples ?? {}),
  );

const allRefs = (json: unknown): readonly string[] =>
  [...JSON.stringify(json).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);

describe('docs/openapi.json', () => {
  test('is made from the schemas as they are now (npm run openapi)', () => {
    expect(JSON.parse(documentText)).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  });

  test.each(STAGES)(
    'has every route of the gateway of stage %s but what pages load, and no other',
    (stage) => {
      const routes = resourcesOf(stage, 'AWS::ApiGatewayV2::Route')
        .map(({ Properties }) => String(Properties.RouteKey))
        .filter((key) => !NOT_DESCRIBED.includes(key));
      expect(inOrder(operations.map(({ route }) => route))).toEqual(inOrder(routes));
    },
  );

  test('asks for a token just where the gateway or the function does', () => {
    const checked = resourcesOf('production', 'AWS::ApiGatewayV2::Route')
      .filter(({ Properties }) => Properties.AuthorizationType === 'JWT')
      .map(({ Properties }) => String(Properties.RouteKey));
    const described = operations.filter(isProtected);
    expect(inOrder(described.map(({ route }) => route))).toEqual(inOrder(checked));
    const optional = operations.filter((one) => one.security.length > 0 && !isProtected(one));
    expect(optional.map(({ tags }) => tags)).toEqual(optional.map(() => ['reports']));
  });

  test('has the form of OpenAPI 3.1', () => {
    expect(OpenApiForm.safeParse(theDocument).error?.issues).toBeUndefined();
  });

  test('refers to nothing that is not there, and holds nothing that nobody refers to', () => {
    const refs = new Set(allRefs(theDocument));
    const held = Object.entries(theDocument.components ?? {})
      .filter(([kind]) => kind !== 'securitySchemes')
      .flatMap(([kind, parts]) => Object.keys(parts).map((name) => `#/components/${kind}/${name}`));
    expect([...refs].filter((ref) => !held.includes(ref))).toEqual([]);
    expect(held.filter((name) => !refs.has(name))).toEqual(['#/components/examples/not-found']);
  });

  test('names each operation once, by tags and schemes that it has', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = (theDocument.tags as unknown as { name: string }[]).map(({ name }) => name);
    expect(new Set(operations.flatMap((operation) => operation.tags))).toEqual(new Set(tags));
    const schemes = Object.keys(theDocument.components?.securitySchemes ?? {});
    for (const scheme of operations.flatMap(({ security }) => security.flatMap(Object.keys))) {
      expect(schemes).toContain(scheme);
    }
  });

  test.each(operations)('$route: has its path’s parameters, each once', (operation) => {
    const names = operation.parameters.filter(({ in: place }) => place === 'path');
    expect(names.map(({ name }) => name)).toEqual(parametersIn(operation));
  });

  test.each(operations)('$route: every example is as its schema says', (operation) => {
    for (const { name, schema, example } of operation.parameters) {
      expect(schemaFaults(example, schema, resolveSchema), name).toEqual([]);
    }
    for (const [mediaType, body] of bodiesOf(operation)) {
      for (const example of examplesOf(body)) {
        expect(schemaFaults(example, body.schema, resolveSchema), mediaType).toEqual([]);
      }
    }
  });

  test.each(operations)('$route: has an example of every body of ours', (operation) => {
    const without = bodiesOf(operation)
      .filter(([mediaType]) => mediaType === 'application/json')
      .filter(
        ([, { schema, ...body }]) => schema.$ref && examplesOf({ schema, ...body }).length === 0,
      )
      .map(([, { schema }]) => schema.$ref);
    // The document is no example of itself.
    const expected = operation.operationId === 'describeApi' ? ['OpenApiDocument'] : [];
    expect(without).toEqual(expected.map((name) => `#/components/schemas/${name}`));
  });

  test.each(operations)('$route: says what the gateway itself refuses', (operation) => {
    const gateways = Object.entries(operation.responses)
      .filter(([, { content = {} }]) =>
        String(content['application/json']?.schema.$ref).endsWith('/GatewayRefusal'),
      )
      .map(([status]) => status);
    expect(gateways).toEqual([
      ...(isProtected(operation) ? ['401'] : []),
      '413',
      '429',
      '500',
      '503',
    ]);
  });

  test('has every problem of the catalogue somewhere', () => {
    const codes = new Set([...operations.flatMap(codesOf), 'not-found']);
    expect(inOrder(codes)).toEqual(inOrder(Object.keys(problems)));
  });
});
