import { describe, expect, it } from 'vitest';
import { CollectResponseEnv } from '../../functions/collect-response/env.ts';
import { DescribePollEnv } from '../../functions/describe-poll/env.ts';
import { ManagePollsEnv } from '../../functions/manage-polls/env.ts';
import { RenderFormEnv } from '../../functions/render-form/env.ts';
import { RollUpEnv } from '../../functions/roll-up-tallies/env.ts';
import { ServeReportsEnv } from '../../functions/serve-reports/env.ts';
import { ShowParticipationEnv } from '../../functions/show-participation/env.ts';
import { SweepTalliesEnv } from '../../functions/sweep-tallies/env.ts';
import { TallyResponsesEnv } from '../../functions/tally-responses/env.ts';
import { resolve } from './resolve.ts';
import { type Located, resourcesOf, STAGES, type Stage } from './synthesized.ts';

/** What each function takes from its environment. */
const ENVIRONMENTS: Readonly<Record<string, { safeParse: (value: unknown) => unknown }>> = {
  intake: CollectResponseEnv,
  form: RenderFormEnv,
  directory: DescribePollEnv,
  administration: ManagePollsEnv,
  reports: ServeReportsEnv,
  participation: ShowParticipationEnv,
  tally: TallyResponsesEnv,
  sweep: SweepTalliesEnv,
  rollup: RollUpEnv,
};
const NAMES = Object.keys(ENVIRONMENTS);

const POWERTOOLS = ['POWERTOOLS_LOG_LEVEL', 'POWERTOOLS_SERVICE_NAME'];

const functionsOf = (stage: Stage): readonly Located[] =>
  resourcesOf(stage, 'AWS::Lambda::Function');

const functionOf = (stage: Stage, name: string): Located => {
  const found = functionsOf(stage).find(
    ({ Properties }) => Properties.FunctionName === `groundswell-${stage}-${name}`,
  );
  if (!found) throw new Error(`no function ${name}`);
  return found;
};

const environmentOf = (stage: Stage, { stack, Properties }: Located): Record<string, string> =>
  (resolve(stage, stack, Properties.Environment) as { Variables: Record<string, string> })
    .Variables;

const logGroupOf = (stage: Stage, name: string): Located | undefined =>
  resourcesOf(stage, 'AWS::Logs::LogGroup').find(
    ({ Properties }) => Properties.LogGroupName === `/aws/lambda/groundswell-${stage}-${name}`,
  );

describe.each(STAGES)('every function of stage %s', (stage) => {
  it('is known here, and has a fixed name', () => {
    const names = functionsOf(stage).map(({ Properties }) => Properties.FunctionName);
    expect(names.sort()).toEqual(NAMES.map((name) => `groundswell-${stage}-${name}`).sort());
  });

  it.each(NAMES)('runs Node 24 on arm64 and has no concurrency set aside: %s', (name) => {
    const { Properties } = functionOf(stage, name);
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
    });
    expect(Properties.ReservedConcurrentExecutions).toBeUndefined();
  });

  it.each(NAMES)('acts in a role of its own name: %s', (name) => {
    const { stack, Properties } = functionOf(stage, name);
    expect(resolve(stage, stack, Properties.Role)).toBe(
      `arn:aws:iam::000000000000:role/groundswell-${stage}-${name}`,
    );
  });

  it.each(NAMES)('logs JSON to a group of its own that forgets: %s', (name) => {
    const { stack, Properties } = functionOf(stage, name);
    expect(resolve(stage, stack, Properties.LoggingConfig)).toMatchObject({
      LogFormat: 'JSON',
      LogGroup: `/aws/lambda/groundswell-${stage}-${name}`,
    });
    const group = logGroupOf(stage, name);
    expect(group?.Properties.RetentionInDays).toBeGreaterThanOrEqual(1);
    expect(group?.DeletionPolicy).toBe(stage === 'production' ? 'RetainExceptOnCreate' : 'Delete');
  });

  it.each(NAMES)('has the environment that it asks for, and no more: %s', (name) => {
    const environment = environmentOf(stage, functionOf(stage, name));
    const schema = ENVIRONMENTS[name] as typeof RollUpEnv;
    expect(schema.safeParse(environment).error).toBeUndefined();
    expect(Object.keys(environment).sort()).toEqual(
      [...Object.keys(schema.shape), ...POWERTOOLS].sort(),
    );
    expect(environment.POWERTOOLS_SERVICE_NAME).toBe(name);
  });
});

describe('every function that is called without waiting for it', () => {
  it.each(['sweep', 'rollup'])('leaves in the failures bucket what it could not do: %s', (name) => {
    const target = functionOf('production', name);
    const config = resourcesOf('production', 'AWS::Lambda::EventInvokeConfig').find(
      ({ Properties }) => JSON.stringify(Properties.FunctionName) === `{"Ref":"${target.id}"}`,
    );
    expect(resolve('production', 'pipeline', config?.Properties)).toMatchObject({
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 3600,
      DestinationConfig: {
        OnFailure: {
          Destination: 'arn:aws:s3:::groundswell-production-failures-000000000000-us-east-1',
        },
      },
    });
  });
});
