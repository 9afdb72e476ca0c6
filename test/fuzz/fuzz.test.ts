import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ApiAnswer, type ApiRequest, textOf } from '../../local/api/call.ts';
import { withToken } from '../../local/api/ensure-accepted.ts';
import { Organization } from '../../schemas/organization.ts';
import type { ParticipationCount } from '../../schemas/participation.ts';
import { Poll } from '../../schemas/poll.ts';
import { StoredResponse } from '../../schemas/response.ts';
import { anApiInMemory } from '../api/in-process/in-memory-api.ts';
import { type SynthesizedRoute, synthesizedRoutes } from '../api/in-process/synthesized-routes.ts';
import { createTokenIssuer, type TokenIssuer } from '../api/token-issuer.ts';
import { operations } from '../openapi/the-document.ts';
import { aRequest } from './a-request.ts';
import { type Draft, requestOf } from './draft.ts';
import { judgeExchange } from './exchange-faults.ts';
import { hintsFor, ORGANIZATIONS, pollsWith } from './hints.ts';
import { preparePolls } from './prepare.ts';
import { printCounts } from './print-counts.ts';
import type { Tables } from './tables.ts';
import { type FuzzTokens, fuzzTokens } from './tokens.ts';

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 12_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_270_115);
const MOST_SHOWN = 500;
const A_HISTORY = 120;
const POLLS = pollsWith('');
const CLOSES_AT = '2027-03-01T00:00:00.000Z';

/** Within the second half of a history, whose clock then moves on. */
const SLOW_UNTIL = '2027-01-15T09:00:03.000Z';

const COUNTED: ParticipationCount = {
  version: 1,
  poll: POLLS.open,
  countedAt: '2027-01-15T09:00:00.000Z',
  final: false,
  organizations: [
    { organization: ORGANIZATIONS[0], responses: 12, channels: { web: 12 } },
    { organization: ORGANIZATIONS[1], responses: 3 },
  ],
};

/** What the tables in memory, the clock and the number of requests cannot bring about. */
const NOT_HERE = /^\w+ (?:413 gateway|429 gateway|500 .*|503 .*)$|^\w+ 409 overtaken$/;

type World = ReturnType<typeof anApiInMemory>;

const tablesOf = ({ kept }: World): Tables => ({
  now: () => kept.now,
  poll: async (poll) => kept.polls.get(poll),
  organization: async (poll, id) => kept.organizations.get(`${poll}#${id}`),
  exclusions: async (poll, id) =>
    kept.exclusions.get(`${poll}#${id}`) ?? { version: 0, exclusions: [] },
  audit: async (poll) =>
    kept.audit
      .filter((entry) => entry.poll === poll)
      .sort((a, b) => (`${a.at}#${a.id}` < `${b.at}#${b.id}` ? 1 : -1)),
  response: async (poll, organization, id) => kept.responses.get(`${poll}#${organization}#${id}`),
});

/** What never moves once a poll is open. */
const fixedIn = ({ kept }: World): ReadonlyMap<string, string> => {
  const opened = [...kept.polls.values()].filter((poll) => poll.opened);
  return new Map([
    ...opened.map(({ id, definition, openedAt, earliestExpiry }): [string, string] => [
      id,
      JSON.stringify([definition, openedAt, earliestExpiry]),
    ]),
    ...[...kept.organizations]
      .filter(([key]) => opened.some(({ id }) => key.startsWith(`${id}#`)))
      .map(([key, { bucketBits }]): [string, string] => [key, String(bucketBits)]),
  ]);
};

const movedIn = (before: ReadonlyMap<string, string>, world: World): readonly string[] => {
  const now = fixedIn(world);
  return [...before].flatMap(([key, was]) => (now.get(key) === was ? [] : [`${key} moved`]));
};

const endsIn = ({ kept }: World): ReadonlyMap<string, Poll> =>
  new Map([...kept.polls].filter(([, poll]) => poll.opened));

/** Once a poll is open its ends move later only, or its close to this moment. */
const endedIn = (before: ReadonlyMap<string, Poll>, { kept }: World): readonly string[] =>
  [...before].flatMap(([id, was]) => {
    const { closesAt = '', importsCloseAt = '' } = kept.polls.get(id) ?? {};
    const isLater =
      closesAt >= (was.closesAt ?? '') && importsCloseAt >= (was.importsCloseAt ?? '');
    return isLater || closesAt === kept.now.toISOString() ? [] : ['an end that moved earlier'];
  });

/** Whether a response is new although new ones have to wait. */
const rushedIn = ({ kept }: World, { path }: ApiRequest, { status }: ApiAnswer): boolean =>
  status === 201 &&
  [...kept.slowUntil].some(([key, until]) => {
    const [poll, organization] = key.split('#');
    const isOfIt = path.includes(`/${poll}/organizations/${organization}/responses/`);
    return isOfIt && kept.now.toISOString() < until;
  });

const keepsOnlySense = ({ kept }: World): void => {
  for (const poll of kept.polls.values()) Poll.parse(poll);
  for (const organization of kept.organizations.values()) Organization.parse(organization);
  for (const response of kept.responses.values()) {
    if (!('withdrawn' in response)) StoredResponse.parse(response);
  }
};

/** Every refusal and answer that the document promises, as `operation status code`. */
const documented = operations.flatMap(({ operationId, responses }) =>
  Object.entries(responses).flatMap(([status, { content = {} }]) => {
    const codes = Object.keys(content['application/problem+json']?.examples ?? {});
    const pages = content['text/html'] ? ['page'] : [];
    const isGateway = String(content['application/json']?.schema.$ref).endsWith('GatewayRefusal');
    if (Number(status) < 400) return [`${operationId} ${status}`];
    return [...codes, ...pages, ...(isGateway ? ['gateway'] : [])].map(
      (code) => `${operationId} ${status} ${code}`,
    );
  }),
);

let issuer: TokenIssuer;
let routes: readonly SynthesizedRoute[];
let tokens: FuzzTokens;

beforeAll(async () => {
  issuer = await createTokenIssuer();
  routes = synthesizedRoutes();
  tokens = await fuzzTokens(issuer);
});

const aWorld = async (history: number): Promise<World> => {
  const world = anApiInMemory(issuer, routes);
  await preparePolls(withToken(world.call, tokens.administrator.text ?? ''), POLLS, CLOSES_AT);
  world.kept.released = history % 2;
  world.kept.participationOf.set(POLLS.open, COUNTED);
  // Of every third the final count has begun, and in every other very many responses came in.
  world.kept.sealing = history % 3 === 2;
  if (history % 2 === 1) world.kept.slowUntil.set(`${POLLS.open}#${ORGANIZATIONS[0]}`, SLOW_UNTIL);
  // Every few histories the polls come to their end in the middle.
  if (history % 5 === 4) world.kept.now = new Date('2027-02-28T23:59:59.000Z');
  return world;
};

/** A request and its answer, for whoever has to look at them. */
const shown = ({ token, ...sent }: Draft, answer: ApiAnswer): string =>
  `${token.role}: ${JSON.stringify(sent).slice(0, MOST_SHOWN)} => ${textOf(answer).slice(0, MOST_SHOWN)}`;

describe('the API, whatever is sent', () => {
  const counts = new Map<string, number>();
  /** One request for each kind of fault. */
  const faults = new Map<string, string>();

  const send = async (world: World, draft: Draft): Promise<void> => {
    const request = requestOf(draft);
    const [fixed, ends] = [fixedIn(world), endsIn(world)];
    const answer = await world.call(request);
    const exchange = await judgeExchange(draft, request, answer, tablesOf(world));
    counts.set(exchange.kind, (counts.get(exchange.kind) ?? 0) + 1);
    const rushed = rushedIn(world, request, answer) ? ['a new response that had to wait'] : [];
    const moved = [...movedIn(fixed, world), ...endedIn(ends, world)];
    for (const fault of [...exchange.faults, ...moved, ...rushed]) {
      faults.set(`${exchange.kind}: ${fault}`, shown(draft, answer));
    }
  };

  test('does not fail, tells nothing, accepts only sense, and answers as its description says', {
    timeout: 120_000,
  }, async () => {
    const requests = aRequest(tokens, hintsFor(POLLS, CLOSES_AT));
    for (let history = 0; history < REQUESTS / A_HISTORY; history += 1) {
      const world = await aWorld(history);
      const drafts = fc.sample(requests, { numRuns: A_HISTORY, seed: SEED + history });
      for (const [index, draft] of drafts.entries()) {
        if (index === A_HISTORY / 2) world.kept.now = new Date(world.kept.now.getTime() + 5000);
        await send(world, draft);
      }
      keepsOnlySense(world);
    }
    printCounts('in process', counts);
    expect(Object.fromEntries(faults)).toEqual({});
  });

  test('gets every answer that the description promises', () => {
    const missing = documented.filter((kind) => !counts.has(kind) && !NOT_HERE.test(kind));
    expect(missing).toEqual([]);
  });
});
