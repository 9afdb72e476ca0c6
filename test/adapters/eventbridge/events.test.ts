import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { eventId } from '../../../adapters/eventbridge/event-id.ts';
import { createEvents, EventsNotPublishedError } from '../../../adapters/eventbridge/events.ts';
import type { GroundswellEvent } from '../../../schemas/event.ts';

const bus = mockClient(EventBridgeClient);
const events = createEvents({ client: new EventBridgeClient({}), busName: 'bus' });

const aClosing = (poll: string): GroundswellEvent => ({
  name: 'PollClosed',
  detail: { version: 1, id: eventId(poll), poll, closedAt: '2027-03-01T00:00:00.000Z' },
});

beforeEach(() => bus.reset());
afterAll(() => bus.restore());

describe('events, where the bus fails', () => {
  test('an entry that the bus refused is an error with its code', async () => {
    bus.on(PutEventsCommand).resolves({
      FailedEntryCount: 1,
      Entries: [{ EventId: '1' }, { ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' }],
    });
    const failure = await events.publish([aClosing('a'), aClosing('b')]).catch((e: unknown) => e);
    expect(failure).toBeInstanceOf(EventsNotPublishedError);
    expect((failure as EventsNotPublishedError).codes).toEqual(['ThrottlingException']);
  });

  test('after a call that failed no further one is made', async () => {
    bus.on(PutEventsCommand).rejects(new Error('down'));
    const all = Array.from({ length: 25 }, (_, n) => aClosing(`p${n}`));
    await expect(events.publish(all)).rejects.toThrow('down');
    expect(bus.commandCalls(PutEventsCommand)).toHaveLength(1);
  });

  test('no events make no call', async () => {
    await events.publish([]);
    expect(bus.calls()).toHaveLength(0);
  });
});

test('an event says what it is part of, where that is known', async () => {
  bus.on(PutEventsCommand).resolves({});
  let current: string | undefined;
  const correlated = createEvents({
    ...{ client: new EventBridgeClient({}), busName: 'bus' },
    correlation: () => current,
  });
  await correlated.publish([aClosing('a')]);
  current = 'request-7';
  await correlated.publish([aClosing('a')]);
  const details = bus
    .commandCalls(PutEventsCommand)
    .map(({ args }) => JSON.parse(args[0].input.Entries?.[0]?.Detail ?? ''));
  expect(details).toEqual([
    aClosing('a').detail,
    { ...aClosing('a').detail, correlation: 'request-7' },
  ]);
});

describe('eventId(parts)', () => {
  test('is the same for the same parts, and tells where one ends and the next begins', () => {
    expect(eventId('a', 'b')).toBe(eventId('a', 'b'));
    expect(new Set([eventId('ab', 'c'), eventId('a', 'bc'), eventId('abc')]).size).toBe(3);
    expect(eventId('a')).toMatch(/^[0-9a-f]{32}$/);
  });
});
