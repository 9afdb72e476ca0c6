import { describe, expect, test } from 'vitest';
import { rememberFound } from '../../functions/middleware/remember-found.ts';
import { sweepTallies } from '../../functions/sweep-tallies/sweep-tallies.ts';
import { getResponse, putResponse } from '../../local/api/response-requests.ts';
import { resourcesOf } from '../lib/synthesized.ts';
import { aCollectingWorld } from './collect-response/collecting-world.ts';
import { inMemoryResponses } from './collect-response/in-memory-responses.ts';
import {
  anOpenPoll,
  anOrganization,
  aResponse,
  countingDeps,
  countingWorld,
  keep,
} from './counting-world.ts';

/** How far apart clocks may be, as the design has it. */
const SKEW_MS = 5_000;
const SECOND_MS = 1_000;
const LONGEST_MS = 120_000;
const LATER = '2027-03-01T00:00:00.000Z';
const HOLDER = { poll: 'p', organization: 'harbor', receipt: 'a-receipt-of-22-letters' };
const TERMS = { items: ['one', 'two'], levels: 3, opened: true, expiresAt: 0 };
const BODY = { revision: 0, channel: 'web', answers: { one: 1, two: 3 } } as const;

const propertiesOf = (name: string) => {
  const functions = resourcesOf('production', 'AWS::Lambda::Function');
  const found = functions.find(({ Properties }) => Properties.FunctionName === name);
  const { Environment, Timeout } = (found?.Properties ?? {}) as {
    readonly Environment: { readonly Variables: Readonly<Record<string, unknown>> };
    readonly Timeout: number;
  };
  return { variables: Environment.Variables, timeoutMs: Timeout * SECOND_MS };
};

/** As they are deployed. */
const INTAKE = propertiesOf('groundswell-production-intake');
const CACHE_MS = Number(INTAKE.variables.CACHE_SECONDS) * SECOND_MS;
const GRACE_SECONDS = Number(propertiesOf('groundswell-production-sweep').variables.GRACE_SECONDS);

type History = {
  /** When the poll closes, and when an administrator said so: before that it closes later. */
  readonly closes: Date;
  readonly said: Date;
  /** When the respondent's request arrives, by a clock that is right. */
  readonly asks: Date;
  readonly graceSeconds: number;
};

/**
 * Intake's clock is behind and the sweep's is ahead. Intake reads the poll's end for the last time
 * just before it is moved, takes a response in at `asks`, and writes it as late as it can. The
 * sweep tries to seal every second.
 *
 * @returns whether the response was accepted, and what was sealed
 */
const sealedAfter = async ({ closes, said, asks, graceSeconds }: History) => {
  const world = countingWorld(anOrganization('harbor'));
  world.polls.set('p', anOpenPoll({ closesAt: LATER }));
  let clock = new Date(said.getTime() - 1);
  const behind = () => new Date(clock.getTime() - SKEW_MS);
  const landed = Promise.withResolvers<void>();
  const stored = inMemoryResponses();
  const { call } = aCollectingWorld({
    deps: {
      now: behind,
      termsOf: rememberFound(
        async (id) => ({ ...TERMS, closesAt: world.polls.get(id)?.closesAt ?? LATER }),
        { maxAgeMs: CACHE_MS, now: behind },
      ),
      responses: {
        ...stored,
        put: async (key, response, options) => {
          await landed.promise;
          keep(world, key.organization, key.id, aResponse(response.answers));
          return stored.put(key, response, options);
        },
      },
    },
  });
  await call(getResponse(HOLDER));
  world.polls.set('p', anOpenPoll({ closesAt: closes.toISOString() }));
  const ahead = { ...countingDeps(world), now: () => new Date(clock.getTime() + SKEW_MS) };
  const sweep = () => sweepTallies({ ...ahead, graceSeconds }, { kind: 'seal-due' });
  const passing = async (until: number): Promise<void> => {
    for (let now = clock.getTime(); now < until; now += SECOND_MS) {
      clock = new Date(now);
      await sweep();
    }
    clock = new Date(until);
  };
  await passing(asks.getTime());
  const asked = call(putResponse(HOLDER, BODY));
  await passing(asks.getTime() + INTAKE.timeoutMs);
  landed.resolve();
  const { status } = await asked;
  await passing(clock.getTime() + LONGEST_MS);
  const sealed = world.tallies.get('p#harbor#0');
  return { status, sealed: sealed?.sealed, responses: sealed?.tally.responses };
};

const CLOSES = new Date('2027-02-01T00:00:00.000Z');
const after = (ms: number) => new Date(CLOSES.getTime() + ms);

/** The last moment at which intake, by its clock or by what it remembers, still takes one in. */
const LAST_MOMENTS: readonly (readonly [string, Omit<History, 'graceSeconds'>])[] = [
  [
    'when its clock, 5 s behind, says that the poll is just not over',
    { closes: CLOSES, said: after(-3_600_000), asks: after(SKEW_MS - 1) },
  ],
  [
    'on an end that was moved forward just after it was read',
    { closes: CLOSES, said: CLOSES, asks: after(CACHE_MS - 2) },
  ],
];

describe('what intake takes in at the last moment', () => {
  test.each(LAST_MOMENTS)('%s is in the sealed count', async (_, history) => {
    expect(await sealedAfter({ ...history, graceSeconds: GRACE_SECONDS })).toEqual({
      status: 201,
      sealed: true,
      responses: 1,
    });
  });

  test.each(LAST_MOMENTS)('%s would be missing without the grace', async (_, history) => {
    expect(await sealedAfter({ ...history, graceSeconds: 1 })).toEqual({
      status: 201,
      sealed: true,
      responses: 0,
    });
  });

  test('a moment later it refuses', async () => {
    for (const [, history] of LAST_MOMENTS) {
      const asks = new Date(history.asks.getTime() + 1);
      const late = await sealedAfter({ ...history, asks, graceSeconds: GRACE_SECONDS });
      expect(late).toEqual({ status: 409, sealed: true, responses: 0 });
    }
  });
});
