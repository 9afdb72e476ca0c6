import { describe, expect, it } from 'vitest';
import { resolve } from './resolve.ts';
import { resourcesOf, STAGES, type Stage } from './synthesized.ts';

const schedulesOf = (stage: Stage) =>
  resourcesOf(stage, 'AWS::Scheduler::Schedule').map(
    ({ stack, Properties }) =>
      resolve(stage, stack, Properties) as {
        GroupName: string;
        ScheduleExpression: string;
        FlexibleTimeWindow: { Mode: string };
        Target: { Arn: string; Input: string; RoleArn: string; RetryPolicy: object };
      },
  );

describe.each(STAGES)('tallying on stage %s', (stage) => {
  const mappings = resourcesOf(stage, 'AWS::Lambda::EventSourceMapping');

  it('follows the stream of the responses from its beginning, and nothing else', () => {
    expect(mappings).toHaveLength(1);
    expect(resolve(stage, 'pipeline', mappings[0]?.Properties)).toMatchObject({
      EventSourceArn: expect.stringContaining(`:table/groundswell-${stage}-responses/stream/`),
      FunctionName: `groundswell-${stage}-tally`,
      StartingPosition: 'TRIM_HORIZON',
    });
  });

  it('gathers changes, and tries again within bounds, in halves, before it gives up', () => {
    expect(resolve(stage, 'pipeline', mappings[0]?.Properties)).toMatchObject({
      BatchSize: 500,
      MaximumBatchingWindowInSeconds: stage === 'local' ? 1 : 10,
      ParallelizationFactor: 2,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 21_600,
      DestinationConfig: {
        OnFailure: { Destination: expect.stringContaining(`groundswell-${stage}-failures`) },
      },
    });
  });
});

describe.each(STAGES)('the schedules of stage %s', (stage) => {
  it('roll up and seal at the same rate, and check every night', () => {
    const rate = stage === 'local' ? 'rate(1 minute)' : 'rate(1 hour)';
    const calls = schedulesOf(stage).map(({ ScheduleExpression, Target }) => [
      ScheduleExpression,
      Target.Arn.replace(/.*groundswell-[a-z]+-/, ''),
      JSON.parse(Target.Input),
    ]);
    expect(calls).toEqual(
      expect.arrayContaining([
        [rate, 'rollup', {}],
        [rate, 'sweep', { kind: 'seal-due' }],
        ['cron(0 7 * * ? *)', 'sweep', { kind: 'check' }],
      ]),
    );
    expect(calls).toHaveLength(3);
  });

  it('stand in another group and act in another role than those that are set at run time', () => {
    for (const { GroupName, Target } of schedulesOf(stage)) {
      expect(GroupName).toBe(`groundswell-${stage}-schedules`);
      expect(Target.RoleArn).toBe(`arn:aws:iam::000000000000:role/groundswell-${stage}-schedules`);
    }
    const groups = resourcesOf(stage, 'AWS::Scheduler::ScheduleGroup');
    expect(groups.map(({ Properties }) => Properties.Name).sort()).toEqual([
      `groundswell-${stage}-one-off-schedules`,
      `groundswell-${stage}-schedules`,
    ]);
  });

  it('give up a delivery after an hour', () => {
    for (const { Target } of schedulesOf(stage)) {
      expect(Target.RetryPolicy).toEqual({
        MaximumRetryAttempts: 10,
        MaximumEventAgeInSeconds: 3600,
      });
    }
  });

  it('act in roles that only their own group can take on', () => {
    for (const name of ['schedules', 'one-off-schedules']) {
      const role = resourcesOf(stage, 'AWS::IAM::Role').find(
        ({ Properties }) => Properties.RoleName === `groundswell-${stage}-${name}`,
      );
      expect(resolve(stage, 'pipeline', role?.Properties.AssumeRolePolicyDocument)).toMatchObject({
        Statement: [
          {
            Condition: {
              StringEquals: {
                'aws:SourceAccount': '000000000000',
                'aws:SourceArn': `arn:aws:scheduler:us-east-1:000000000000:schedule-group/groundswell-${stage}-${name}`,
              },
            },
          },
        ],
      });
    }
  });
});
