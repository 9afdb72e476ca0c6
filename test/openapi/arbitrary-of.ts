import fc from 'fast-check';
import type { JsonSchema } from './json-schema.ts';
import { resolveSchema } from './the-document.ts';

/** Values that make sense in a place, by the name of the schema that describes them. */
export type Hints = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** One value in so many is any that the schema allows, hint or not. */
const HINTED = { weight: 24 };

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  date: fc.constantFrom('2027-01-15', '2028-02-29'),
  'date-time': fc.constantFrom('2027-01-15T09:00:00Z', '2028-02-29T23:59:59.999Z'),
};

const ofText = ({ format, pattern, minLength = 0, maxLength = 40 }: JsonSchema) => {
  const made =
    FORMATS[String(format)] ??
    (pattern === undefined
      ? fc.string({ minLength: Number(minLength), maxLength: Math.min(Number(maxLength), 40) })
      : fc.stringMatching(new RegExp(String(pattern), 'u')));
  return made.map((text) => text.slice(0, Number(maxLength)));
};

const ofObject = (schema: JsonSchema, hints: Hints): fc.Arbitrary<unknown> => {
  const { properties, required = [], propertyNames, additionalProperties } = schema;
  if (propertyNames) {
    return fc.dictionary(
      arbitraryOf(propertyNames as JsonSchema, hints) as fc.Arbitrary<string>,
      arbitraryOf(additionalProperties as JsonSchema, hints),
      { minKeys: 1, maxKeys: 4 },
    );
  }
  const members = Object.entries((properties ?? {}) as Record<string, JsonSchema>);
  return fc.record(
    Object.fromEntries(members.map(([name, member]) => [name, arbitraryOf(member, hints)])),
    { requiredKeys: required as string[], noNullPrototype: true },
  );
};

const plain = (schema: JsonSchema, hints: Hints): fc.Arbitrary<unknown> => {
  const { minimum = 0, maximum = 2 ** 31, minItems = 0, maxItems = 3 } = schema;
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
  if (schema.anyOf) {
    return fc.oneof(...(schema.anyOf as JsonSchema[]).map((one) => arbitraryOf(one, hints)));
  }
  switch (schema.type) {
    case 'object':
      return ofObject(schema, hints);
    case 'array':
      return fc.array(arbitraryOf(schema.items as JsonSchema, hints), {
        minLength: Number(minItems),
        maxLength: Math.min(Number(maxItems), 3),
      });
    case 'string':
      return ofText(schema);
    case 'integer':
      return fc.integer({ min: Number(minimum), max: Math.min(Number(maximum), 2 ** 31 - 1) });
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`nothing is made of ${JSON.stringify(schema)}`);
  }
};

/** Mostly what a hint says, where there is one. */
export const hinted = (
  any: fc.Arbitrary<unknown>,
  hint: fc.Arbitrary<unknown> | undefined,
): fc.Arbitrary<unknown> =>
  hint ? fc.oneof({ ...HINTED, arbitrary: hint }, { weight: 1, arbitrary: any }) : any;

/** Values that a schema of the document allows, mostly such as the hints say. */
export const arbitraryOf = (schema: JsonSchema, hints: Hints): fc.Arbitrary<unknown> => {
  if (typeof schema.$ref !== 'string') return plain(schema, hints);
  const any = plain(resolveSchema(schema), hints);
  return hinted(any, hints[schema.$ref.split('/').at(-1) ?? '']);
};
