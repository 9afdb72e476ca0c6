import { readFileSync } from 'node:fs';
import type { JsonSchema } from './json-schema.ts';

/** A body by its media type. */
export type MediaType = {
  readonly schema: JsonSchema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
};

/** A parameter of a path or a query, or a header. */
export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly example: string | number;
};

/** What may be answered with one status. */
export type Answered = {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  readonly content?: Readonly<Record<string, MediaType>>;
};

/** What the document says of one route, references resolved down to schemas. */
export type Described = {
  /** Such as `GET /v1/polls/{poll}`. */
  readonly route: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly required: boolean;
    readonly content: Readonly<Record<string, MediaType>>;
  };
  readonly responses: Readonly<Record<string, Answered>>;
};

/** Whether the gateway checks the caller's token: then nobody may do without one. */
export const isProtected = ({ security }: Pick<Described, 'security'>): boolean =>
  security.length > 0 && security.every((scheme) => Object.keys(scheme).length > 0);

/** Any part of the document; looked into by name. */
type Json = { readonly [name: string]: Json };

/** The text of `docs/openapi.json`. */
export const documentText = readFileSync(
  new URL('../../docs/openapi.json', import.meta.url),
  'utf8',
);

/** `docs/openapi.json`. */
export const theDocument = JSON.parse(documentText) as Json;

/** What a reference such as `#/components/schemas/Day` names. */
const at = (ref: string): Json => {
  const found = ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<Json | undefined>((json, name) => json?.[name], theDocument);
  if (!found) throw new Error(`${ref} leads nowhere`);
  return found;
};

/** The schema that a schema's `$ref` names. */
export const resolveSchema = ({ $ref }: JsonSchema): JsonSchema => at(String($ref));

const isSchema = (ref: string): boolean => ref.startsWith('#/components/schemas/');

/** Follows every reference but those to schemas. */
const followed = (json: Json): Json => {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map(followed) as unknown as Json;
  const ref: unknown = json.$ref;
  if (typeof ref === 'string' && !isSchema(ref)) return followed(at(ref));
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, followed(value)]),
  ) as Json;
};

/** Every operation of the document. */
export const operations: readonly Described[] = Object.entries(theDocument.paths ?? {}).flatMap(
  ([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      ...(followed(operation) as unknown as Described),
      route: `${method.toUpperCase()} ${path}`,
    })),
);

const bySpecificity = [...operations]
  .sort((a, b) => a.route.split('{').length - b.route.split('{').length)
  .map((operation) => ({
    operation,
    pattern: new RegExp(
      `^${operation.route.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`,
    ),
  }));

/** The operation that a method and a path (without its query) lead to, and the path's parts. */
export const operationAt = (
  method: string,
  path: string,
):
  | { readonly operation: Described; readonly parts: Readonly<Record<string, string>> }
  | undefined => {
  for (const { operation, pattern } of bySpecificity) {
    const found = pattern.exec(`${method} ${path}`);
    if (found) return { operation, parts: { ...found.groups } };
  }
  return undefined;
};
