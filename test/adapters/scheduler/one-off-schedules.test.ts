import {
  ConflictException,
  CreateScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createOneOffSchedules } from '../../../adapters/scheduler/one-off-schedules.ts';

const scheduler = mockClient(SchedulerClient);
const schedules = createOneOffSchedules({
  client: new SchedulerClient({}),
  group: 'group',
  roleArn: 'role',
});
const schedule = { name: 'seal', at: new Date(0), targetArn: 'target', payload: {} };

const exists = new ConflictException({ $metadata: {}, message: 'exists', Message: 'exists' });
const gone = new ResourceNotFoundException({ $metadata: {}, message: 'gone', Message: 'gone' });

beforeEach(() => scheduler.reset());
afterAll(() => scheduler.restore());

describe('one-off schedules, where something comes between', () => {
  test('a schedule that fires between the attempt to create and to move it is created', async () => {
    scheduler.on(CreateScheduleCommand).rejectsOnce(exists).resolves({});
    scheduler.on(UpdateScheduleCommand).rejects(gone);
    await schedules.set(schedule);
    expect(scheduler.commandCalls(CreateScheduleCommand)).toHaveLength(2);
  });

  test('the payload says what it is part of', async () => {
    scheduler.on(CreateScheduleCommand).resolves({});
    const correlated = createOneOffSchedules({
      ...{ client: new SchedulerClient({}), group: 'group', roleArn: 'role' },
      correlation: () => 'request-7',
    });
    await correlated.set({ ...schedule, payload: { kind: 'seal' } });
    const input = scheduler.commandCalls(CreateScheduleCommand)[0]?.args[0].input.Target?.Input;
    expect(input).toBe('{"kind":"seal","correlation":"request-7"}');
  });

  test('any other failure is thrown', async () => {
    scheduler.on(CreateScheduleCommand).rejectsOnce(exists);
    scheduler.on(UpdateScheduleCommand).rejects(new Error('down'));
    await expect(schedules.set(schedule)).rejects.toThrow('down');
  });
});
