/** A JSON Schema (draft 2020-12), as far as the document uses it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Where a schema's references lead. */
export type Resolve = (schema: JsonSchema) => JsonSchema;

/** One fault: where, and which keyword found it. */
export type SchemaFault = string;

type Members = Readonly<Record<string, unknown>>;
type Check = (value: unknown, operand: never, schema: JsonSchema, at: Place) => SchemaFault[];
type Place = { readonly path: string; readonly resolve: Resolve };

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): readonly string[] => {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number')
    return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
  return [typeof value];
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
};

/** Characters as JSON Schema counts them: code points. */
const lengthOf = (text: string): number => [...text].length;

const holds =
  (name: string, applies: (value: unknown) => boolean, test: (v: never, o: never) => boolean) =>
  (value: unknown, operand: never, _schema: JsonSchema, { path }: Place): SchemaFault[] =>
    !applies(value) || test(value as never, operand) ? [] : [`${path}: ${name}`];

const isNumber = (value: unknown) => typeof value === 'number';
const isText = (value: unknown) => typeof value === 'string';
const always = () => true;
const silent = (): SchemaFault[] => [];

const within = (at: Place, name: string | number): Place => ({ ...at, path: `${at.path}/${name}` });

/** What each keyword asks; a keyword that is not here is an error, not a pass. */
const KEYWORDS: Readonly<Record<string, Check>> = {
  $ref: (value, _operand, schema, at) => faultsIn(value, at.resolve(schema), at),
  title: silent,
  description: silent,
  default: silent,
  example: silent,
  type: holds('type', always, (value: unknown, type: string) => typeOf(value).includes(type)),
  const: holds('const', always, (value: unknown, expected: unknown) => same(value, expected)),
  enum: holds('enum', always, (value: unknown, all: unknown[]) => all.some((o) => same(o, value))),
  minimum: holds('minimum', isNumber, (value: number, least: number) => value >= least),
  maximum: holds('maximum', isNumber, (value: number, most: number) => value <= most),
  minLength: holds('minLength', isText, (text: string, least: number) => lengthOf(text) >= least),
  maxLength: holds('maxLength', isText, (text: string, most: number) => lengthOf(text) <= most),
  pattern: holds('pattern', isText, (text: string, source: string) =>
    new RegExp(source, 'u').test(text),
  ),
  format: holds('format', isText, (text: string, name: string) => {
    const format = FORMATS[name];
    if (!format) throw new Error(`no such format: ${name}`);
    return format.test(text);
  }),
  minItems: holds(
    'minItems',
    Array.isArray,
    (all: unknown[], least: number) => all.length >= least,
  ),
  maxItems: holds('maxItems', Array.isArray, (all: unknown[], most: number) => all.length <= most),
  items: (value, items: JsonSchema, _schema, at) =>
    Array.isArray(value) ? value.flatMap((one, i) => faultsIn(one, items, within(at, i))) : [],
  required: (value, names: string[], _schema, { path }) =>
    isObject(value)
      ? names.flatMap((name) => (Object.hasOwn(value, name) ? [] : [`${path}: required ${name}`]))
      : [],
  properties: (value, properties: Record<string, JsonSchema>, _schema, at) =>
    isObject(value)
      ? Object.entries(properties).flatMap(([name, schema]) =>
          Object.hasOwn(value, name) ? faultsIn(value[name], schema, within(at, name)) : [],
        )
      : [],
  additionalProperties: (value, rest: JsonSchema | boolean, { properties = {} }, at) =>
    isObject(value)
      ? Object.keys(value).flatMap((name) =>
          Object.hasOwn(properties as Members, name)
            ? []
            : faultsIn(value[name], rest, within(at, name)),
        )
      : [],
  propertyNames: (value, names: JsonSchema, _schema, at) =>
    isObject(value)
      ? Object.keys(value).flatMap((name) => faultsIn(name, names, within(at, name)))
      : [],
  allOf: (value, all: JsonSchema[], _schema, at) =>
    all.flatMap((schema) => faultsIn(value, schema, at)),
  anyOf: (value, any: JsonSchema[], _schema, at) =>
    any.some((schema) => faultsIn(value, schema, at).length === 0) ? [] : [`${at.path}: anyOf`],
  oneOf: (value, one: JsonSchema[], _schema, at) =>
    one.filter((schema) => faultsIn(value, schema, at).length === 0).length === 1
      ? []
      : [`${at.path}: oneOf`],
};

const faultsIn = (value: unknown, schema: JsonSchema | boolean, at: Place): SchemaFault[] => {
  if (typeof schema === 'boolean') return schema ? [] : [`${at.path}: nothing may be here`];
  return Object.entries(schema).flatMap(([keyword, operand]) => {
    const check = KEYWORDS[keyword];
    if (!check) throw new Error(`no such keyword: ${keyword}`);
    return check(value, operand as never, schema, at);
  });
};

/**
 * What a schema finds wrong with a value. Strict: formats are asserted, and a keyword or format
 * that is not known is an error.
 */
export const schemaFaults = (
  value: unknown,
  schema: JsonSchema,
  resolve: Resolve,
): readonly SchemaFault[] => faultsIn(value, schema, { path: '', resolve });
