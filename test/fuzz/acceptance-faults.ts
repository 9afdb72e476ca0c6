import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type ApiAnswer, type ApiRequest, jsonOf } from '../../local/api/call.ts';
import { OrganizationRequest } from '../../schemas/organization.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import { schemaFaults } from '../openapi/json-schema.ts';
import { type Described, resolveSchema } from '../openapi/the-document.ts';
import { type Draft, roleOf } from './draft.ts';
import { postFaults } from './form-faults.ts';
import { loadedFaults } from './loaded-faults.ts';
import { pollFaults } from './poll-faults.ts';
import type { Row, Tables } from './tables.ts';
import { NAMELESS_ADMINISTRATOR } from './tokens.ts';

/** An accepted request: which operation it reached, and with what. */
export type Accepted = {
  readonly draft: Draft;
  readonly request: ApiRequest;
  readonly answer: ApiAnswer;
  readonly operation: Described;
  /** The path's parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
};

const bytesOf = (body: ApiRequest['body'] = ''): Buffer =>
  typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);

/** A request's body, which has to be UTF-8. */
export const bodyText = ({ request }: Accepted): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(request.body));

const isJson = ({ operation }: Accepted): boolean =>
  operation.requestBody?.content['application/json'] !== undefined;

const namesIn = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>(
        (sum, part) => sum + namesIn(part),
        Array.isArray(value) ? 0 : Object.keys(value).length,
      )
    : 0;

/** Of a name that stands twice `JSON.parse` keeps one: then the text has more names than it. */
const isAmbiguous = (text: string): boolean => {
  const strings = text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/gs);
  const written = [...strings].filter(([, colon]) => colon !== undefined).length;
  return written !== namesIn(JSON.parse(text));
};

/** What an address says after its "?"; of a number its value, of anything else the text. */
const queryOf = ({ request }: Accepted): ReadonlyMap<string, unknown> =>
  new Map(
    [...new URLSearchParams(request.path.split('?')[1])].map(([name, text]) => [
      name,
      /^\d+$/.test(text) ? Number(text) : text,
    ]),
  );

/** An address of a page goes from hand to hand, and gathers what nobody looks at. */
const isPage = ({ operation }: Accepted): boolean => operation.tags[0] === 'form';

/** An operation that looks at the query takes nothing there that it does not know. */
const unknownInQuery = (accepted: Accepted): readonly string[] => {
  const known = accepted.operation.parameters.filter(({ in: place }) => place === 'query');
  if (known.length === 0 || isPage(accepted)) return [];
  return [...queryOf(accepted).keys()]
    .filter((name) => !known.some((parameter) => parameter.name === name))
    .map(() => 'a member of the query that is not known');
};

/** Whether what was sent is what the document asks for: nothing else may be accepted. */
const requestFaults = (accepted: Accepted): readonly string[] => {
  const { operation, parameters, request } = accepted;
  const headers = new Map(
    Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const query = queryOf(accepted);
  const sentIn = {
    path: (name: string) => parameters[name],
    query: (name: string) => query.get(name),
    header: (name: string) => headers.get(name.toLowerCase()),
  };
  const inParameters = operation.parameters.flatMap((parameter) => {
    if (parameter.in === 'query' && isPage(accepted)) return [];
    const sent = sentIn[parameter.in](parameter.name);
    if (sent === undefined) return parameter.required ? [`no ${parameter.name}`] : [];
    return schemaFaults(sent, parameter.schema, resolveSchema);
  });
  const values = [...inParameters, ...unknownInQuery(accepted)];
  if (!isJson(accepted)) return values;
  const schema = operation.requestBody?.content['application/json']?.schema ?? {};
  const text = bodyText(accepted);
  return [
    ...values,
    ...schemaFaults(JSON.parse(text), schema, resolveSchema),
    ...(isAmbiguous(text) ? ['a name that stands twice'] : []),
  ];
};

const definitionOf = (poll: Row | undefined): PollDefinition | undefined =>
  poll && (poll.definition as PollDefinition);

/** A coordinator is told of the own organization alone. */
const participationFaults = ({ draft, parameters, answer }: Accepted): readonly string[] => {
  const role = roleOf(draft) ?? '';
  const own = role.startsWith('coordinator:') ? role.slice('coordinator:'.length) : undefined;
  const { organizations } = jsonOf(answer) as { readonly organizations?: readonly Row[] };
  const told = organizations?.map(({ organization }) => organization) ?? [parameters.organization];
  return told.every((organization) => organization === own) ? [] : [`access for ${role}`];
};

/** Whether whoever asked may: by the token's role or by the receipt. */
const accessFaults = (accepted: Accepted, poll?: Row): readonly string[] => {
  const { draft, operation, parameters } = accepted;
  const [tag] = operation.tags;
  const role = roleOf(draft);
  const isAdministrator =
    role === 'administrator' ||
    (role === NAMELESS_ADMINISTRATOR && operation.route.startsWith('GET '));
  if (tag === 'administration') return isAdministrator ? [] : [`access for ${role}`];
  if (tag === 'participation' && !isAdministrator) {
    return participationFaults(accepted);
  }
  if (tag === 'responses') {
    const hash = createHash('sha256')
      .update(draft.headers.receipt ?? '')
      .digest('hex');
    return hash.slice(0, 32) === parameters.id ? [] : ['access without the receipt'];
  }
  if (tag !== 'reports' || definitionOf(poll)?.reports === 'public') return [];
  return role === 'planner' || isAdministrator ? [] : [`access for ${role}`];
};

/** A fault where something is not as it was to be. */
export const differs = (what: string, kept: unknown, expected: unknown): readonly string[] =>
  isDeepStrictEqual(kept, expected) ? [] : [`${what} is not kept as it was sent`];

type Sent = {
  readonly revision: number;
  readonly answers: Readonly<Record<string, number | null>>;
};

/** Levels in the definition's order, as they are to be kept. */
const encoded = (poll: Row | undefined, { answers }: Sent): string =>
  (definitionOf(poll)?.categories ?? [])
    .flatMap(({ items }) => items.map(({ id }) => answers[id] ?? '-'))
    .join('');

const responseFaults = async (accepted: Accepted, tables: Tables): Promise<readonly string[]> => {
  const { poll = '', organization = '', id = '' } = accepted.parameters;
  const row = await tables.response(poll, organization, id);
  switch (accepted.operation.operationId) {
    case 'putResponse': {
      const sent: Sent = JSON.parse(bodyText(accepted));
      const asked = await tables.poll(poll);
      const answers = encoded(asked, sent);
      const levels = definitionOf(asked)?.levels ?? 0;
      const kept = [row?.revision, row?.answers];
      return [
        ...differs('a response', kept, [sent.revision, answers]),
        ...(/[1-7]/.test(answers) ? [] : ['a response without an answer']),
        ...([...answers].some((level) => Number(level) > levels) ? ['a level of no item'] : []),
      ];
    }
    case 'withdrawResponse':
      return row?.withdrawn === true && !('answers' in row) ? [] : ['no tombstone'];
    default:
      return row?.answers === undefined ? ['a response that is not kept'] : [];
  }
};

const organizationFaults = async (
  accepted: Accepted,
  tables: Tables,
): Promise<readonly string[]> => {
  const { poll = '', organization = '' } = accepted.parameters;
  const kept = await tables.organization(poll, organization);
  const sent = OrganizationRequest.parse(JSON.parse(bodyText(accepted)));
  const { id, bucketBits: _bits, ...asked } = kept ?? {};
  return [
    ...differs('an organization', [id, asked], [organization, sent]),
    ...differs('the answered organization', jsonOf(accepted.answer), kept),
  ];
};

type Listed = { readonly version: number; readonly exclusions: readonly Row[] };

const byDayAndChannel = (exclusions: readonly Row[]): readonly string[] =>
  [...new Set(exclusions.map(({ day, channel }) => `${day} ${channel}`))].sort();

const exclusionsFaults = async (accepted: Accepted, tables: Tables): Promise<readonly string[]> => {
  const { poll = '', organization = '' } = accepted.parameters;
  const kept = (await tables.exclusions(poll, organization)) as Listed;
  const faults = differs('a list', jsonOf(accepted.answer), { organization, ...kept });
  if (accepted.operation.operationId !== 'putExclusions') return faults;
  const sent: Listed = JSON.parse(bodyText(accepted));
  const listed = byDayAndChannel(kept.exclusions);
  const trail = await tables.audit(poll);
  const isOnTrail = trail.some(
    (entry) =>
      entry.act === 'exclusions.put' &&
      entry.organization === organization &&
      isDeepStrictEqual([entry.version, entry.exclusions], [kept.version, kept.exclusions]),
  );
  return [
    ...faults,
    ...differs('what is set aside', listed, byDayAndChannel(sent.exclusions)),
    ...(isOnTrail || kept.version === 0 ? [] : ['exclusions that the trail does not have']),
  ];
};

const placeOf = ({ at, id }: Row): string => `${at}#${id}`;

const auditFaults = async (accepted: Accepted, tables: Tables): Promise<readonly string[]> => {
  const query = queryOf(accepted);
  const before = query.get('before');
  const limit = Number(query.get('limit') ?? 50);
  const trail = (await tables.audit(accepted.parameters.poll ?? '')).filter(
    (entry) => before === undefined || placeOf(entry) < String(before),
  );
  const page = trail.slice(0, limit);
  const last = page.at(-1);
  const next = trail.length > limit && last ? { next: placeOf(last) } : {};
  return differs('the trail', jsonOf(accepted.answer), { entries: page, ...next });
};

/** A release is asked for after its entry is written: the trail then begins with it. */
const releaseFaults = async (accepted: Accepted, tables: Tables): Promise<readonly string[]> => {
  const trail = await tables.audit(accepted.parameters.poll ?? '');
  return trail.some(({ act }) => act === 'release.requested')
    ? []
    : ['a release that the trail does not have'];
};

const storedFaults = async (accepted: Accepted, tables: Tables): Promise<readonly string[]> => {
  switch (accepted.operation.operationId) {
    case 'putResponse':
    case 'getResponse':
    case 'withdrawResponse':
      return responseFaults(accepted, tables);
    case 'putPoll':
    case 'openPoll':
    case 'closePoll':
      return pollFaults(accepted, tables);
    case 'postForm':
      return postFaults(accepted, tables);
    case 'loadOrganizations':
      return loadedFaults(accepted, tables);
    case 'putOrganization':
      return organizationFaults(accepted, tables);
    case 'getExclusions':
    case 'putExclusions':
      return exclusionsFaults(accepted, tables);
    case 'listAudit':
      return auditFaults(accepted, tables);
    case 'releasePoll':
      return releaseFaults(accepted, tables);
    default:
      return [];
  }
};

/** What is wrong with an acceptance: who asked, what was sent, or what was made of it. */
export const acceptanceFaults = async (
  accepted: Accepted,
  tables: Tables,
): Promise<readonly string[]> => {
  const poll = await tables.poll(accepted.parameters.poll ?? '');
  return [
    ...accessFaults(accepted, poll),
    ...requestFaults(accepted),
    ...(await storedFaults(accepted, tables)),
  ];
};
