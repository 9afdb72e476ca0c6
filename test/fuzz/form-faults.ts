import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { textOf } from '../../local/api/call.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import { schemaFaults } from '../openapi/json-schema.ts';
import { resolveSchema } from '../openapi/the-document.ts';
import { type Accepted, bodyText } from './acceptance-faults.ts';
import type { Tables } from './tables.ts';

const PRIVATE_LINK = /#([\w-]{22,86})</;
const GROUP = /^q\d+$/;

/** Of a field that comes twice the first counts, and two answers to one item are none. */
const fieldsOf = (accepted: Accepted): Readonly<Record<string, string>> => {
  const sent = new URLSearchParams(bodyText(accepted));
  return Object.fromEntries([...sent].reverse());
};

/** Steps that show the form again keep nothing, whatever comes with them. */
const isKeeping = ({ _do = 'send', _lang, _clear }: Readonly<Record<string, string>>): boolean =>
  _do === 'send' && _lang === undefined && _clear === undefined;

/** A level for every item in the definition's order, as it is to be kept. */
const encoded = (
  fields: Readonly<Record<string, string>>,
  { categories }: PollDefinition,
): string =>
  categories
    .flatMap(({ items }) => items)
    .map((_item, index) => {
      const sent = fields[`q${index + 1}`];
      return sent === undefined ? '-' : Number(sent);
    })
    .join('');

const keptFaults = async (accepted: Accepted, tables: Tables): Promise<readonly string[]> => {
  const { poll = '', organization = '' } = accepted.parameters;
  const fields = fieldsOf(accepted);
  const receipt = PRIVATE_LINK.exec(textOf(accepted.answer))?.[1];
  if (!receipt) return ['a response without its private link'];
  const id = createHash('sha256').update(receipt).digest('hex').slice(0, 32);
  const row = await tables.response(poll, organization, id);
  const definition = (await tables.poll(poll))?.definition as PollDefinition;
  const items = definition.categories.flatMap((category) => category.items).length;
  const strange = Object.keys(fields).filter(
    (name) => GROUP.test(name) && !(Number(name.slice(1)) >= 1 && Number(name.slice(1)) <= items),
  );
  const expected = [Number(fields._revision ?? 0), encoded(fields, definition)];
  return [
    ...(isDeepStrictEqual([row?.revision, row?.answers], expected)
      ? []
      : ['a posted response is not kept as it was sent']),
    ...(strange.length > 0 ? ['an answer to no item'] : []),
  ];
};

/** What is wrong with a page that answers a post: what was sent, or what was kept of it. */
export const postFaults = async (
  accepted: Accepted,
  tables: Tables,
): Promise<readonly string[]> => {
  const fields = fieldsOf(accepted);
  const body = accepted.operation.requestBody?.content['application/x-www-form-urlencoded'];
  if (!isKeeping(fields))
    return accepted.answer.status === 200 ? [] : ['a step that keeps nothing'];
  return [
    ...schemaFaults(fields, body?.schema ?? {}, resolveSchema),
    ...(await keptFaults(accepted, tables)),
  ];
};
