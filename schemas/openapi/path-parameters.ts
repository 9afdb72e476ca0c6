import { refTo, type SchemaName } from './component-schemas.ts';
import type { JsonObject } from './json-object.ts';

type Described = readonly [schema: SchemaName, description: string, example: string];

const PARAMETERS: Readonly<Record<string, Described>> = {
  poll: ['PollId', 'The poll.', 'calls-to-action'],
  organization: ['OrganizationId', 'The organization.', 'harbor-lights'],
  id: [
    'ResponseId',
    'The response: the first 32 hexadecimal digits of the SHA-256 of its receipt.',
    '667a03ac596ebccc3e2d7bfec36bac3f',
  ],
  snapshot: ['SnapshotId', 'The snapshot, as the list of reports names it.', '000001-0123456789ab'],
  file: ['FileName', 'The file, as the list of reports names it.', 'priorities.csv'],
};

/** The parameters of a path such as `/v1/polls/{poll}`, in its order. */
export const pathParameters = (path: string): readonly JsonObject[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const parameter = PARAMETERS[name];
    if (!parameter) throw new RangeError(`the document does not describe the parameter ${name}`);
    const [schema, description, example] = parameter;
    return { name, in: 'path', required: true, description, schema: refTo(schema), example };
  });
