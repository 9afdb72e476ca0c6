import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { InvocationFailedError } from '../../functions/middleware/failure-handler.ts';
import { type Located, resourcesOf } from '../lib/synthesized.ts';
import { capturedOutput } from './captured-output.ts';
import { responseId } from './counting-world.ts';
import { aContext } from './gateway.ts';
import { anExpiryRecord, aStreamEvent, aStreamRecord } from './stream-events.ts';

type Handler = (event: unknown, context: Context) => Promise<unknown>;

const KEYS = { pk: 'p#harbor', sk: responseId('c0ffee') };

const deployed = resourcesOf('production', 'AWS::Lambda::Function');

const functionNamed = (name: string): Located => {
  const found = deployed.find(({ Properties }) => Properties.FunctionName === name);
  if (!found) throw new Error(`there is no function ${name}`);
  return found;
};

/** The handler in a folder of `functions/`, in the environment that its function is deployed with. */
const handlerOf = async (name: string, folder: string): Promise<Handler> => {
  const { Environment } = functionNamed(`groundswell-production-${name}`).Properties;
  const { Variables } = Environment as { readonly Variables: Readonly<Record<string, unknown>> };
  for (const [variable, value] of Object.entries(Variables)) {
    vi.stubEnv(variable, typeof value === 'string' ? value : 'a-reference');
  }
  vi.stubEnv('AWS_REGION', 'us-east-1');
  const { handler } = await import(`../../functions/${folder}/handler.ts`);
  return handler;
};

/** What the regular schedules call a function with, as it is synthesized. */
const scheduledCalls = (name: string): readonly unknown[] =>
  resourcesOf('production', 'AWS::Scheduler::Schedule')
    .map(({ Properties }) => Properties.Target as { readonly Arn: unknown; readonly Input: string })
    .filter(({ Arn }) => JSON.stringify(Arn).includes(functionNamed(name).id))
    .map(({ Input }) => JSON.parse(Input));

const dynamodb = mockClient(DynamoDBDocumentClient);

beforeEach(() => {
  dynamodb.reset();
  dynamodb.onAnyCommand().resolves({ Items: [] });
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => {
  dynamodb.restore();
});

const throttle = (): void => {
  const message = `Rate exceeded for ${KEYS.sk}`;
  dynamodb
    .onAnyCommand()
    .rejects(new ProvisionedThroughputExceededException({ message, $metadata: {} }));
};

/** What an invocation comes to, and what it writes to the log. */
const invoked = async (handler: Handler, event: unknown) => {
  let outcome: unknown;
  const output = await capturedOutput(async () => {
    outcome = await handler(event, aContext()).catch((error: unknown) => error);
  });
  return { outcome, output };
};

describe('the deployed function that tallies', () => {
  const batch = aStreamEvent(
    aStreamRecord('INSERT', KEYS),
    aStreamRecord('MODIFY', KEYS),
    aStreamRecord('REMOVE', KEYS),
    anExpiryRecord(KEYS),
  );

  test('reads every kind of record of the stream, and answers nothing that Lambda would read', async () => {
    const tally = await handlerOf('tally', 'tally-responses');
    const { outcome, output } = await invoked(tally, batch);
    expect(outcome).toBeUndefined();
    expect(output).toContain('"tally.poll-unknown"');
    expect(output).toContain('"UnprocessableRecords":1');
    expect(output).not.toContain('tally.record-malformed');
  });

  test('fails the invocation where a table is throttled, so that the batch is split or comes again', async () => {
    const tally = await handlerOf('tally', 'tally-responses');
    throttle();
    const { outcome, output } = await invoked(tally, batch);
    expect(outcome).toBeInstanceOf(InvocationFailedError);
    expect(output).toContain('ProvisionedThroughputExceededException');
    expect(`${output} ${String(outcome)} ${(outcome as Error).stack}`).not.toContain('c0ffee');
  });
});

describe.each([
  ['sweep', 'sweep-tallies', 2],
  ['rollup', 'roll-up-tallies', 1],
])('the deployed function %s', (name, folder, schedules) => {
  const calls = scheduledCalls(`groundswell-production-${name}`);

  test('is called by its regular schedules', () => {
    expect(calls).toHaveLength(schedules);
  });

  test.each(calls)('understands the schedule that calls it with %j, also twice', async (call) => {
    const handler = await handlerOf(name, folder);
    for (const _time of [1, 2]) expect((await invoked(handler, call)).outcome).toBeUndefined();
    expect(dynamodb.calls().length).toBeGreaterThan(0);
  });

  test.each(calls)(
    'fails with %j where a table is throttled, so that it is called again',
    async (call) => {
      const handler = await handlerOf(name, folder);
      throttle();
      expect((await invoked(handler, call)).outcome).toBeInstanceOf(InvocationFailedError);
    },
  );
});
