import * as z from 'zod';

/**
 * OpenAPI 3.1, as far as the document uses it: every object with the members that the
 * specification gives it, those that it requires, and no other. A member that is used for the
 * first time is a fault until it is looked up and added here.
 */

const reference = (kind: string) =>
  z.strictObject({ $ref: z.string().regex(new RegExp(`^#/components/${kind}/[\\w.-]+$`)) });

const text = z.string().min(1);

/** Keywords of JSON Schema 2020-12 that stand in the document, and what each takes. */
const Schema: z.ZodType = z.lazy(() => z.union([reference('schemas').loose(), z.boolean(), Plain]));
const Plain = z.strictObject({
  type: z.enum(['object', 'array', 'string', 'integer', 'number', 'boolean', 'null']).optional(),
  title: text.optional(),
  description: text.optional(),
  default: z.unknown().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).min(1).optional(),
  format: z.enum(['date', 'date-time', 'uri', 'uuid']).optional(),
  pattern: z
    .string()
    .refine((source) => new RegExp(source, 'u'))
    .optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(0).optional(),
  minItems: z.int().min(0).optional(),
  maxItems: z.int().min(0).optional(),
  items: z.lazy(() => Schema).optional(),
  properties: z
    .record(
      z.string(),
      z.lazy(() => Schema),
    )
    .optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.lazy(() => Schema).optional(),
  propertyNames: z.lazy(() => Schema).optional(),
  allOf: z
    .array(z.lazy(() => Schema))
    .min(1)
    .optional(),
  anyOf: z
    .array(z.lazy(() => Schema))
    .min(1)
    .optional(),
  oneOf: z
    .array(z.lazy(() => Schema))
    .min(1)
    .optional(),
});

const Example = z.union([reference('examples'), z.strictObject({ value: z.unknown() })]);

const MediaType = z
  .strictObject({
    schema: Schema,
    example: z.unknown().optional(),
    examples: z.record(z.string(), Example).optional(),
  })
  .refine(({ example, examples }) => example === undefined || examples === undefined);

const Content = z.record(z.string().regex(/^[\w.+-]+\/[\w.+-]+$/), MediaType);

const Header = z.union([
  reference('headers'),
  z.strictObject({ description: text, required: z.boolean().optional(), schema: Schema }),
]);

const Parameter = z.discriminatedUnion('in', [
  z.strictObject({
    name: text,
    in: z.literal('path'),
    required: z.literal(true),
    description: text,
    schema: Schema,
    example: z.unknown(),
  }),
  z.strictObject({
    // Of these three OpenAPI says that a parameter of that name is to be ignored.
    name: z.string().regex(/^(?!accept$|content-type$|authorization$)[\w-]+$/i),
    in: z.literal('header'),
    required: z.boolean(),
    description: text,
    schema: Schema,
    example: z.unknown(),
  }),
  z.strictObject({
    name: text,
    in: z.literal('query'),
    required: z.boolean(),
    description: text,
    schema: Schema,
    example: z.unknown(),
  }),
]);

const Answer = z.union([
  reference('responses'),
  z.strictObject({
    description: text,
    headers: z.record(z.string(), Header).optional(),
    content: Content.optional(),
  }),
]);

const Operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  tags: z.array(z.string()).min(1),
  summary: text,
  description: text.optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(Parameter),
  requestBody: z
    .strictObject({ description: text, required: z.boolean(), content: Content })
    .optional(),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), Answer),
});

const PathItem = z.strictObject({
  get: Operation.optional(),
  put: Operation.optional(),
  post: Operation.optional(),
  delete: Operation.optional(),
});

const named = <Part extends z.ZodType>(part: Part) =>
  z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), part);

/** The form of the whole document. */
export const OpenApiForm = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: text,
    version: text,
    description: text,
    license: z.strictObject({ name: text, identifier: text }),
  }),
  servers: z.array(z.strictObject({ url: text, description: text })).min(1),
  tags: z.array(z.strictObject({ name: text, description: text })),
  paths: z.record(z.string().regex(/^\/[^?#]*$/), PathItem),
  components: z.strictObject({
    schemas: named(Schema),
    headers: named(Header),
    responses: named(Answer),
    examples: named(Example),
    securitySchemes: named(
      z.strictObject({
        type: z.literal('http'),
        scheme: z.literal('bearer'),
        bearerFormat: text,
        description: text,
      }),
    ),
  }),
});
