import * as z from 'zod';
import { Settings } from './settings.ts';

type Schema = {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

/** A line of the table: a setting, or a member of one. */
type Row = {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
};

const INTRODUCTION = `# Settings

Made from \`schemas/settings.ts\` by \`npm run docs:settings\`.

Each stage states its settings in \`bin/groundswell.ts\`. Any of them can be given on the command line, too, and then goes before what the stage states; a number, a list or an object is written as JSON, on one line:

\`\`\`sh
npx cdk deploy --all -c stage=production -c siteUrl=https://poll.example.org \\
  -c rollUpMinutes=30 -c operatorEmails='["engineer@example.org"]'
\`\`\`

What is given on the command line alone is forgotten by the next deployment that does not give it, so put what is to stay into \`bin/groundswell.ts\`. A setting that is wrong, missing or unknown is refused before anything is deployed, by its name and with what was expected.

How long answers are kept is no setting of a stage but of each poll (\`retentionDays\` of its definition, 90 unless stated). Backups of the tables reach back 7 days on every stage.
`;

/** Every setting as Markdown, as it lies in `docs/settings.md`. */
export const settingsPage = (): string => {
  const schema = z.toJSONSchema(Settings, { io: 'input' }) as Schema;
  const wanted = wantedValues(schema);
  const lines = rowsOf(schema).map((row) => {
    const { name, schema: own, required } = row;
    const cells = [`\`${name}\``, takenBy(row, wanted), initial(own, required), own.description];
    return `| ${cells.map((cell) => (cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
  });
  const head = '| setting | value | unless stated | what it does |\n|---|---|---|---|';
  return `${INTRODUCTION}\n${head}\n${lines.join('\n')}\n`;
};

const rowsOf = ({ properties = {}, required = [] }: Schema, prefix = ''): readonly Row[] =>
  Object.entries(properties).flatMap(([key, schema]) => {
    const name = `${prefix}${key}`;
    return [{ name, schema, required: required.includes(key) }, ...rowsOf(schema, `${name}.`)];
  });

/** What is said of a value that is nothing like what is wanted, by the setting's name. */
const wantedValues = (schema: Schema): ReadonlyMap<string, string> => {
  const { error } = Settings.safeParse(unlike(schema));
  return new Map(error?.issues.map(({ path, message }) => [path.join('.'), message]));
};

const unlike = ({ type, properties, items }: Schema): unknown => {
  if (properties) {
    return Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, unlike(schema)]),
    );
  }
  if (items) return [unlike(items)];
  return type === 'string' ? '' : undefined;
};

const takenBy = ({ name, schema }: Row, wanted: ReadonlyMap<string, string>): string => {
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.properties) return 'an object';
  if (schema.items) {
    return `a list of at most ${schema.maxItems}, each ${wanted.get(`${name}.0`)}`;
  }
  if (schema.type === 'string') {
    return schema.pattern || schema.format ? (wanted.get(name) ?? 'text') : 'text';
  }
  const kind = schema.type === 'integer' ? 'a whole number' : 'a number';
  return `${kind} from ${schema.minimum} to ${schema.maximum}`;
};

const initial = (schema: Schema, required: boolean): string => {
  if (schema.default !== undefined) return `\`${JSON.stringify(schema.default)}\``;
  return required ? 'must be stated' : 'unset';
};
