import { randomUUID } from 'node:crypto';
import {
  CreateScheduleGroupCommand,
  GetScheduleCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { createOneOffSchedules } from '../../../adapters/scheduler/one-off-schedules.ts';
import { settingsFor } from './emulated-table.ts';

const client = new SchedulerClient(settingsFor(inject('awsEndpoint')));
const group = `group-${randomUUID()}`;
const schedules = createOneOffSchedules({
  client,
  group,
  roleArn: 'arn:aws:iam::000000000000:role/scheduler',
});

const aSchedule = (name: string, at = '2099-01-01T10:00:00.000Z') => ({
  name,
  at: new Date(at),
  targetArn: 'arn:aws:lambda:us-east-1:000000000000:function:sweep',
  payload: { kind: 'seal', poll: 'spring' },
});

const read = (name: string) =>
  client.send(new GetScheduleCommand({ Name: name, GroupName: group }));

beforeAll(async () => {
  await client.send(new CreateScheduleGroupCommand({ Name: group }));
});

describe('one-off schedules', () => {
  test('a schedule invokes its target once, in UTC, and deletes itself', async () => {
    await schedules.set(aSchedule('once'));
    const schedule = await read('once');
    expect(schedule).toMatchObject({
      ScheduleExpression: 'at(2099-01-01T10:00:00)',
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
    });
    expect(schedule.Target?.Arn).toBe(aSchedule('once').targetArn);
    expect(JSON.parse(String(schedule.Target?.Input))).toEqual({ kind: 'seal', poll: 'spring' });
  });

  test('a fraction of a second is rounded up, so that nothing begins too early', async () => {
    await schedules.set(aSchedule('rounded', '2099-01-01T10:00:00.001Z'));
    expect((await read('rounded')).ScheduleExpression).toBe('at(2099-01-01T10:00:01)');
  });

  test('set again, it moves', async () => {
    await schedules.set(aSchedule('moved'));
    await schedules.set(aSchedule('moved', '2099-02-02T20:00:00.000Z'));
    expect((await read('moved')).ScheduleExpression).toBe('at(2099-02-02T20:00:00)');
  });
});
