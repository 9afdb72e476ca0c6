import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { type ApiAnswer, type ApiRequest, textOf } from '../../local/api/call.ts';
import { withToken } from '../../local/api/ensure-accepted.ts';
import { clientSettings } from '../../local/aws/client-settings.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import { TOKEN_FAULTS } from '../api/token-issuer.ts';
import { aRequest } from '../fuzz/a-request.ts';
import { type Draft, requestOf } from '../fuzz/draft.ts';
import { judgeExchange } from '../fuzz/exchange-faults.ts';
import { hintsFor, pollsWith } from '../fuzz/hints.ts';
import { preparePolls } from '../fuzz/prepare.ts';
import { printCounts } from '../fuzz/print-counts.ts';
import type { Row, Tables } from '../fuzz/tables.ts';
import type { FuzzTokens } from '../fuzz/tokens.ts';
import { callRaw } from './call-raw.ts';
import { deployedWorld } from './deployed-world.ts';
import { NOT_TO_BE_HAD } from './faulty-tokens.ts';

const REQUESTS = 600;
const SEED = 20_270_116;
const MOST_SHOWN = 500;

/** The emulator answers OPTIONS by itself; AWS sends it to the route `$default`. */
const ANSWERED_BY_THE_EMULATOR = 'OPTIONS';

/** It looks for the route with the slashes of a path decoded; a query stays as it is. */
const asTheEmulatorRoutes = (request: ApiRequest): ApiRequest => {
  const [path = '', ...query] = request.path.split('?');
  return { ...request, path: [path.replaceAll(/%2f/gi, '/'), ...query].join('?') };
};
const MONTH_MS = 30 * 24 * 3600 * 1000;

const MOST_BYTES_OF_PK = 2048;
const MOST_BYTES_OF_SK = 1024;

/** What DynamoDB takes as a part of a key; under anything else nothing can be kept. */
const fitsAKey = (text: string, mostBytes: number): boolean =>
  text !== '' && Buffer.byteLength(text) <= mostBytes;

const tablesOf = ({ emulatorUrl, tables }: Deployment): Tables => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(emulatorUrl)));
  const row = async (TableName: string, pk: string, sk: string): Promise<Row | undefined> => {
    if (!fitsAKey(pk, MOST_BYTES_OF_PK) || !fitsAKey(sk, MOST_BYTES_OF_SK)) return undefined;
    const key = { TableName, Key: { pk, sk }, ConsistentRead: true };
    const { Item } = await client.send(new GetCommand(key));
    if (!Item) return undefined;
    const { pk: _pk, sk: _sk, ...attributes } = Item;
    return attributes;
  };
  return {
    now: () => new Date(),
    poll: async (poll) => {
      const found = await row(tables.polls, poll, 'DEFINITION');
      return found && { ...found, definition: JSON.parse(String(found.definition)) };
    },
    organization: async (poll, id) => {
      const found = await row(tables.polls, poll, `ORGANIZATION#${id}`);
      if (!found) return undefined;
      const { exclusions, exclusionsVersion, slowUntil, ...organization } = found;
      return organization;
    },
    exclusions: async (poll, id) => {
      const found = await row(tables.polls, poll, `ORGANIZATION#${id}`);
      return { version: found?.exclusionsVersion ?? 0, exclusions: found?.exclusions ?? [] };
    },
    audit: async (poll) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tables.polls,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `${poll}#AUDIT` },
          ScanIndexForward: false,
          ConsistentRead: true,
        }),
      );
      return Items.map(({ pk: _pk, sk: _sk, ...entry }) => entry);
    },
    response: (poll, organization, id) => row(tables.responses, `${poll}#${organization}`, id),
  };
};

const tokensOf = async (world: ReturnType<typeof deployedWorld>): Promise<FuzzTokens> => {
  const ofRole = async (role: string) => ({ text: await world.tokenOf(role), role });
  const others = [await ofRole('coordinator:first'), await ofRole('coordinator:elsewhere')];
  for (const fault of TOKEN_FAULTS.filter((one) => !NOT_TO_BE_HAD.includes(one))) {
    others.push({ text: await world.faultyToken(fault), role: fault });
  }
  const texts = [undefined, '', 'a.b.c', 'x'.repeat(4000)];
  return {
    administrator: await ofRole('administrator'),
    planner: await ofRole('planner'),
    coordinator: await ofRole('coordinator:first'),
    others: [...others, ...texts.map((text) => ({ text, role: 'none' }))],
  };
};

const shown = ({ token, ...sent }: Draft, answer: ApiAnswer): string =>
  `${token.role}: ${JSON.stringify(sent).slice(0, MOST_SHOWN)} => ${JSON.stringify(answer.headers)} ${textOf(answer).slice(0, MOST_SHOWN)}`;

describe('what was deployed, whatever is sent', () => {
  test('does not fail, tells nothing, accepts only sense, and answers as its description says', async () => {
    const deployment = inject('deployment');
    const world = deployedWorld();
    const tokens = await tokensOf(world);
    const polls = pollsWith(`-${randomBytes(4).toString('hex')}`);
    const closesAt = new Date(Date.now() + MONTH_MS).toISOString();
    await preparePolls(withToken(world.call, tokens.administrator.text ?? ''), polls, closesAt);

    const call = callRaw(deployment.apiUrl);
    const tables = tablesOf(deployment);
    const counts = new Map<string, number>();
    const faults = new Map<string, string>();
    const requests = aRequest(tokens, hintsFor(polls, closesAt));
    const drafts = fc.sample(requests, { numRuns: REQUESTS, seed: SEED });
    for (const draft of drafts.filter(({ method }) => method !== ANSWERED_BY_THE_EMULATOR)) {
      const request = requestOf(draft);
      const answer = await call(request);
      const exchange = await judgeExchange(draft, asTheEmulatorRoutes(request), answer, tables);
      counts.set(exchange.kind, (counts.get(exchange.kind) ?? 0) + 1);
      for (const fault of exchange.faults) {
        faults.set(`${exchange.kind}: ${fault}`, shown(draft, answer));
      }
    }
    printCounts('through the gateway', counts);
    expect(Object.fromEntries(faults)).toEqual({});
  });
});
