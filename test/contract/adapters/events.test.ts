import { randomUUID } from 'node:crypto';
import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { eventId } from '../../../adapters/eventbridge/event-id.ts';
import { createEvents } from '../../../adapters/eventbridge/events.ts';
import { type EventName, eventSchemas, type GroundswellEvent } from '../../../schemas/event.ts';
import { settingsFor } from './emulated-table.ts';

const settings = settingsFor(inject('awsEndpoint'));
const client = new EventBridgeClient(settings);
const queues = new SQSClient(settings);
const busName = `bus-${randomUUID()}`;
let queueUrl = '';

beforeAll(async () => {
  await client.send(new CreateEventBusCommand({ Name: busName }));
  const queue = await queues.send(new CreateQueueCommand({ QueueName: `queue-${randomUUID()}` }));
  queueUrl = String(queue.QueueUrl);
  const { Attributes } = await queues.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] }),
  );
  await client.send(
    new PutRuleCommand({
      Name: 'all',
      EventBusName: busName,
      EventPattern: JSON.stringify({ source: ['groundswell'] }),
    }),
  );
  await client.send(
    new PutTargetsCommand({
      Rule: 'all',
      EventBusName: busName,
      Targets: [{ Id: 'queue', Arn: String(Attributes?.QueueArn) }],
    }),
  );
});

type Delivered = { readonly 'detail-type': EventName; readonly detail: { readonly id: string } };

/** What a consumer of the bus gets, until there are so many or nothing comes any more. */
const consume = async (count: number): Promise<readonly Delivered[]> => {
  const delivered: Delivered[] = [];
  while (delivered.length < count) {
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 2,
      }),
    );
    if (Messages.length === 0) break;
    delivered.push(...Messages.map(({ Body }) => JSON.parse(String(Body))));
  }
  return delivered;
};

const aClosing = (number: number): GroundswellEvent => ({
  name: 'PollClosed',
  detail: {
    version: 1,
    id: eventId('PollClosed', String(number)),
    poll: 'spring',
    closedAt: '2027-03-01T00:00:00.000Z',
  },
});

describe('events', () => {
  test('more than one call holds all reach a consumer, whose schema accepts them', async () => {
    const sent = Array.from({ length: 23 }, (_, index) => aClosing(index));
    await createEvents({ client, busName }).publish(sent);
    const delivered = await consume(sent.length);
    const details = delivered.map((event) =>
      eventSchemas[event['detail-type']].parse(event.detail),
    );
    const ids = details.map(({ id }) => id).sort();
    expect(ids).toEqual(sent.map(({ detail }) => detail.id).sort());
  });

  test('nothing is sent where one of the events is not as its schema says', async () => {
    const wrong = { name: 'PollClosed', detail: { ...aClosing(1).detail, poll: 'Not an id' } };
    const events = createEvents({ client, busName });
    await expect(events.publish([aClosing(0), wrong as GroundswellEvent])).rejects.toThrow();
    expect(await consume(1)).toEqual([]);
  });

  test('no events is no call', async () => {
    await expect(createEvents({ client, busName }).publish([])).resolves.toBeUndefined();
  });
});
