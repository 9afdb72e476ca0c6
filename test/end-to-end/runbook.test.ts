import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import {
  LambdaClient,
  ListEventSourceMappingsCommand,
  PutFunctionConcurrencyCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { responseIdOf } from '../../adapters/crypto/response-id.ts';
import { createEvents } from '../../adapters/eventbridge/events.ts';
import { ensureAccepted } from '../../local/api/ensure-accepted.ts';
import { type Holder, putResponse } from '../../local/api/response-requests.ts';
import { clientSettings } from '../../local/aws/client-settings.ts';
import { commandEnvironment } from '../../local/aws/command-environment.ts';
import { PROJECT } from '../../local/places.ts';
import { aHolder, openPoll } from '../api/a-poll.ts';
import { countTallied } from '../api/count-tallied.ts';
import { eventually } from '../api/eventually.ts';
import { expectProblem } from '../api/expect-problem.ts';
import { aBatchRecord } from '../schemas/failure-records.ts';
import { awsQuery } from './aws-query.ts';
import { deployedWorld } from './deployed-world.ts';
import { follow } from './runbook/follow.ts';

const PATIENCE_MS = 60_000;
const CROWD = 310;
const AT_ONCE = 6;
const LONG_ENOUGH_TO_COUNT_MS = 5_000;

const deployment = inject('deployment');
const { emulatorUrl, functions, tables, buckets } = deployment;
const settings = clientSettings(emulatorUrl);
const lambda = new LambdaClient(settings);
const sqs = new SQSClient(settings);
const s3 = new S3Client({ ...settings, forcePathStyle: true });
const world = deployedWorld();

const answer = { revision: 1, answers: { apples: 5 } };

const submit = async (holders: readonly Holder[]): Promise<void> => {
  for (const holder of holders) await ensureAccepted(world.call, putResponse(holder, answer));
};

const counted = (poll: string) => countTallied(emulatorUrl, tables.tallies, poll);

const countedEventually = (poll: string, responses: number) =>
  eventually(`counting ${responses}`, PATIENCE_MS, async () =>
    (await counted(poll)) === responses ? true : undefined,
  );

const readTheStream = async (enabled: boolean): Promise<void> => {
  const { EventSourceMappings: [mapping] = [] } = await lambda.send(
    new ListEventSourceMappingsCommand({ FunctionName: functions.tally }),
  );
  await lambda.send(new UpdateEventSourceMappingCommand({ UUID: mapping?.UUID, Enabled: enabled }));
};

/** A queue that hears what a topic says, as a mailbox would. */
const aMailbox = async (topic: string): Promise<string> => {
  const name = `mailbox-${randomUUID()}`;
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  await awsQuery(emulatorUrl, 'sns', {
    Action: 'Subscribe',
    TopicArn: `arn:aws:sns:us-east-1:000000000000:${topic}`,
    Protocol: 'sqs',
    Endpoint: `arn:aws:sqs:us-east-1:000000000000:${name}`,
  });
  return QueueUrl;
};

/** The next message of those that a topic sends. */
const nextMail = (mailbox: string, is: (mail: string) => boolean = () => true): Promise<string> =>
  eventually('a mail', PATIENCE_MS, async () => {
    const { Messages: [message] = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: mailbox, VisibilityTimeout: 600 }),
    );
    const mail = message ? String(JSON.parse(message.Body ?? '').Message) : '';
    return mail !== '' && is(mail) ? mail : undefined;
  });

const waiting = async (): Promise<number> => {
  const { QueueUrl } = await sqs.send(
    new GetQueueUrlCommand({ QueueName: 'groundswell-local-failures' }),
  );
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages);
};

const replay = async (...args: readonly string[]): Promise<string> => {
  const command = join(PROJECT, 'local', 'replay.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [command, '--stage', 'local', ...args],
    { env: commandEnvironment(emulatorUrl) },
  );
  return stdout;
};

afterEach(() => readTheStream(true));

describe('counting-stopped: nobody reads the stream', () => {
  test('read again and counted again, nothing is missing', async () => {
    const poll = await openPoll(world);
    await readTheStream(false);
    await submit([aHolder(poll), aHolder(poll), aHolder(poll)]);
    await sleep(LONG_ENOUGH_TO_COUNT_MS);
    expect(await counted(poll)).toBe(0);
    expect(await follow('counting-stopped')).toContain('Disabled');
    await countedEventually(poll, 3);
  });
});

describe('failures-waiting: a batch was given up', () => {
  test('it waits until the replay has counted it, and is not counted twice', async () => {
    const poll = await openPoll(world);
    await readTheStream(false);
    const holders = [aHolder(poll), aHolder(poll)];
    await submit(holders);
    const records = holders.map(({ organization, receipt }) => ({
      eventName: 'INSERT',
      dynamodb: {
        Keys: { pk: { S: `${poll}#${organization}` }, sk: { S: responseIdOf(receipt) } },
      },
    }));
    const key = `aws/lambda/${randomUUID()}/shardId-0/2027/01/20/2027-01-20T00.13.49-${randomUUID()}`;
    await s3.send(
      new PutObjectCommand({
        Bucket: buckets.failures,
        Key: key,
        Body: JSON.stringify(aBatchRecord(functions.tally, records)),
      }),
    );
    await eventually('waiting in the queue', PATIENCE_MS, async () =>
      (await waiting()) === 1 ? true : undefined,
    );
    expect(await counted(poll)).toBe(0);

    expect(await replay('--dry-run')).toContain('tally: 2 changes: would be replayed');
    expect(await counted(poll)).toBe(0);
    const said = await follow('failures-waiting');
    expect(said).toContain('tally: 2 changes: would be replayed');
    expect(said).toContain('1 replayed, 0 had been before, 0 failed');
    expect(await counted(poll)).toBe(2);
    expect(await waiting()).toBe(0);
    expect(await replay()).toContain('0 replayed, 1 had been before, 0 failed');
    expect(await counted(poll)).toBe(2);
  });
});

describe('functions-throttled: no function is left for intake', () => {
  test('the gateway refuses; the limit taken back, the same request is taken in', async () => {
    const poll = await openPoll(world);
    const sent = putResponse(aHolder(poll), answer);
    const FunctionName = functions.intake;
    await lambda.send(
      new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }),
    );
    expect((await world.call(sent)).status).toBeGreaterThanOrEqual(429);
    expect(await follow('functions-throttled')).toMatch(/^intake 0$/m);
    expect((await world.call(sent)).status).toBe(201);
    await countedEventually(poll, 1);
  });
});

describe('submissions-slowed: one organization is slowed', () => {
  const ALARM = 'groundswell-local-submissions-slowed';
  const isOfAlarm = (mail: string): boolean => JSON.parse(mail).AlarmName === ALARM;
  const setState = (StateValue: string) =>
    awsQuery(emulatorUrl, 'monitoring', {
      Action: 'SetAlarmState',
      AlarmName: ALARM,
      StateReason: 'tried',
      StateValue,
    });

  test('after more than 300 new responses newer ones wait, but no change and nobody else', async () => {
    const poll = await openPoll(world);
    const [first = aHolder(poll), ...others] = Array.from({ length: CROWD }, () => aHolder(poll));
    await submit([first]);
    const queue = others.values();
    const sendRest = async () => {
      for (const holder of queue) await world.call(putResponse(holder, answer));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendRest));
    const refused = await eventually('slowing', PATIENCE_MS, async () => {
      const newer = await world.call(putResponse(aHolder(poll), answer));
      return newer.status === 429 ? newer : undefined;
    });
    expectProblem(refused, 429, 'slowed');
    expect(refused.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    await ensureAccepted(world.call, putResponse(first, { ...answer, revision: 2 }));
    await submit([aHolder(poll, 'second')]);
    const said = await follow('submissions-slowed');
    expect(said).toContain(`"poll":"${poll}"`);
    expect(said).toMatch(/^[1-9]\d*\n0$/m);
  });

  test('the operators hear what it means and where to read on, and that it is over', async () => {
    const mailbox = await aMailbox('groundswell-local-operators');
    await awsQuery(emulatorUrl, 'monitoring', {
      Action: 'PutMetricData',
      Namespace: 'Groundswell',
      'MetricData.member.1.MetricName': 'OrganizationsSlowed',
      'MetricData.member.1.Value': '1',
      'MetricData.member.1.Dimensions.member.1.Name': 'service',
      'MetricData.member.1.Dimensions.member.1.Value': 'tally',
      'MetricData.member.1.Dimensions.member.2.Name': 'function',
      'MetricData.member.1.Dimensions.member.2.Value': functions.tally,
    });
    const mail = JSON.parse(await nextMail(mailbox, isOfAlarm));
    expect(mail).toMatchObject({
      NewStateValue: 'ALARM',
      AlarmDescription: expect.stringContaining('docs/runbook.md#submissions-slowed'),
    });
    await setState('OK');
    expect(JSON.parse(await nextMail(mailbox, isOfAlarm))).toMatchObject({ NewStateValue: 'OK' });
  });
});

describe('the mail to planners', () => {
  test.each([
    ['interim', 'new interim priorities'],
    ['final', 'final priorities'],
  ] as const)('tells of an %s release in plain words, without a figure', async (kind, words) => {
    const mailbox = await aMailbox('groundswell-local-releases');
    const events = createEvents({
      client: new EventBridgeClient(settings),
      busName: deployment.eventBus,
    });
    await events.publish([
      {
        name: 'PrioritiesReleased',
        detail: {
          version: 1,
          id: 'a'.repeat(32),
          poll: 'spring',
          snapshot: '000001-abcdefabcdef',
          number: 1,
          kind,
          asOf: '2027-01-15',
          files: [{ path: 'priorities.csv', bytes: 3, sha256: 'b'.repeat(64) }],
        },
      },
    ]);
    const mail = await nextMail(mailbox);
    expect(mail).toContain('The poll spring');
    expect(mail).toContain(words);
    expect(mail).toContain('2027-01-15');
    expect(mail).toContain(`Read them at ${deployment.siteUrl}`);
    expect(mail).not.toContain('priorities.csv');
  });
});

// In this file, for they break the deployment, too, and need it alone.
await import('./runbook/locked-items.ts');
await import('./runbook/changed-by-hand.ts');
await import('./runbook/remaining-sections.ts');
