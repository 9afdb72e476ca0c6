import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { correlated } from '../correlated.ts';

type Deps = {
  readonly client: SchedulerClient;
  /** Name of the schedule group. */
  readonly group: string;
  /** The role that the scheduler takes on to invoke a target. */
  readonly roleArn: string;
  /** What the schedules are part of; it is added to each payload. */
  readonly correlation?: () => string | undefined;
};

export type OneOffSchedule = {
  readonly name: string;
  /** When to invoke; the scheduler knows whole seconds, so a fraction is rounded up. */
  readonly at: Date;
  readonly targetArn: string;
  readonly payload: object;
};

const MS_PER_SECOND = 1000;
const FULL_SECONDS = 'YYYY-MM-DDThh:mm:ss'.length;

const atExpression = (at: Date): string => {
  const rounded = new Date(Math.ceil(at.getTime() / MS_PER_SECOND) * MS_PER_SECOND);
  return `at(${rounded.toISOString().slice(0, FULL_SECONDS)})`;
};

/** Schedules that invoke one target once and then delete themselves. */
export const createOneOffSchedules = ({ client, group, roleArn, correlation }: Deps) => {
  const inputOf = ({
    name,
    at,
    targetArn,
    payload,
  }: OneOffSchedule): CreateScheduleCommandInput => ({
    Name: name,
    GroupName: group,
    ScheduleExpression: atExpression(at),
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: targetArn,
      RoleArn: roleArn,
      Input: JSON.stringify({ ...payload, ...correlated(correlation) }),
      RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3600 },
    },
  });

  const create = async (input: CreateScheduleCommandInput): Promise<'created' | 'exists'> => {
    try {
      await client.send(new CreateScheduleCommand(input));
      return 'created';
    } catch (error) {
      if (error instanceof ConflictException) return 'exists';
      throw error;
    }
  };

  /** A schedule that has just fired is gone before it can be moved. */
  const move = async (input: CreateScheduleCommandInput): Promise<'moved' | 'gone'> => {
    try {
      await client.send(new UpdateScheduleCommand(input));
      return 'moved';
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return 'gone';
      throw error;
    }
  };

  return {
    /** Creates the schedule, or moves it where one of that name exists. */
    set: async (schedule: OneOffSchedule): Promise<void> => {
      const input = inputOf(schedule);
      if ((await create(input)) === 'created') return;
      if ((await move(input)) === 'gone') await client.send(new CreateScheduleCommand(input));
    },
  };
};
