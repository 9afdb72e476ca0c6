import { refTo, type SchemaName } from './component-schemas.ts';
import type { JsonObject } from './json-object.ts';

type Described = readonly [schema: SchemaName, description: string, example: string | number];

const PARAMETERS = {
  lang: ['Language', 'In which language; another than the poll has is not looked at.', 'es'],
  limit: ['AuditLimit', 'How many entries at most.', 50],
  before: [
    'AuditPlace',
    'Only what comes after this place on the list: "next" of the page before.',
    '2027-02-01T09:00:00.000Z#6f1d2c3a-8b4e-4f5a-9c6d-7e8f90a1b2c3',
  ],
} as const satisfies Readonly<Record<string, Described>>;

/** What an address may say after its "?". */
export type QueryName = keyof typeof PARAMETERS;

/** The parameters of a query, none of which is needed. */
export const queryParameters = (names: readonly QueryName[]): readonly JsonObject[] =>
  names.map((name) => {
    const [schema, description, example] = PARAMETERS[name];
    return { name, in: 'query', required: false, description, schema: refTo(schema), example };
  });
