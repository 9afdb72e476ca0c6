import { describe, expect, it } from 'vitest';
import { type Permission, permissionsOf } from './permissions.ts';
import { resourcesOf, STAGES, type Stage } from './synthesized.ts';

/** Who may do what with what: every permission that there is, but for writing one's own log. */
const ACCESS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  intake: {
    'table/responses': 'dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem',
    'table/polls': 'dynamodb:GetItem',
  },
  form: {
    'table/responses': 'dynamodb:PutItem dynamodb:UpdateItem',
    'table/polls': 'dynamodb:GetItem',
  },
  directory: {
    'table/polls': 'dynamodb:GetItem',
  },
  administration: {
    'table/polls':
      'dynamodb:ConditionCheckItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem',
    'event-bus/': 'events:PutEvents',
    'schedule/one-off-schedules/*': 'scheduler:CreateSchedule scheduler:UpdateSchedule',
    'role/one-off-schedules': 'iam:PassRole',
    'function:rollup': 'lambda:InvokeFunction',
    'function:sweep': 'lambda:InvokeFunction',
  },
  participation: {
    'table/polls': 'dynamodb:GetItem dynamodb:Query',
    'bucket/participation': 's3:ListBucket',
    'bucket/participation/*': 's3:GetObject',
  },
  reports: {
    'table/polls': 'dynamodb:GetItem dynamodb:Query',
    'bucket/reports/*': 's3:GetObject',
  },
  tally: {
    'table/responses': 'dynamodb:Query',
    'table/responses/stream/*':
      'dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams',
    'table/tallies': 'dynamodb:GetItem dynamodb:PutItem',
    'table/polls': 'dynamodb:GetItem dynamodb:UpdateItem',
    'event-bus/': 'events:PutEvents',
    'bucket/failures': 's3:ListBucket',
    'bucket/failures/*': 's3:PutObject',
  },
  sweep: {
    'table/responses': 'dynamodb:Query',
    'table/tallies': 'dynamodb:GetItem dynamodb:PutItem',
    'table/polls': 'dynamodb:ConditionCheckItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query',
    'event-bus/': 'events:PutEvents',
    'schedule/one-off-schedules/*': 'scheduler:CreateSchedule scheduler:UpdateSchedule',
    'role/one-off-schedules': 'iam:PassRole',
    'function:rollup': 'lambda:InvokeFunction',
    'bucket/failures': 's3:ListBucket',
    'bucket/failures/*': 's3:PutObject',
  },
  rollup: {
    'table/tallies': 'dynamodb:Query',
    'table/polls': 'dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem',
    'bucket/checkpoints': 's3:ListBucket',
    'bucket/checkpoints/*': 's3:DeleteObject s3:GetObject s3:PutObject',
    'bucket/participation': 's3:ListBucket',
    'bucket/participation/*': 's3:DeleteObject s3:GetObject s3:PutObject',
    'bucket/reports': 's3:ListBucket',
    'bucket/reports/*': 's3:GetObject s3:PutObject',
    'event-bus/': 'events:PutEvents',
    'bucket/failures': 's3:ListBucket',
    'bucket/failures/*': 's3:PutObject',
  },
  schedules: {
    'function:rollup': 'lambda:InvokeFunction',
    'function:sweep': 'lambda:InvokeFunction',
  },
  'one-off-schedules': {
    'function:sweep': 'lambda:InvokeFunction',
  },
};

/** `arn:aws:dynamodb:us-east-1:000000000000:table/groundswell-local-polls` as `table/polls`. */
const shortName = (stage: Stage, arn: string): string => {
  const [, , service, , , ...rest] = arn.split(':');
  const name = rest.join(':').replace(new RegExp(`groundswell-${stage}-?`), '');
  return service === 's3' ? `bucket/${name.replace('-000000000000-us-east-1', '')}` : name || arn;
};

const isOwnLog = ({ role, resources }: Permission, stage: Stage): boolean =>
  resources.length === 1 &&
  shortName(stage, resources[0] ?? '') === `log-group:/aws/lambda/${role}`;

type Grant = { readonly role: string; readonly resource: string; readonly action: string };

const grantsOf = (stage: Stage): readonly Grant[] =>
  permissionsOf(stage)
    .filter((permission) => !isOwnLog(permission, stage))
    .flatMap(({ role, actions, resources }) =>
      resources.flatMap((arn) =>
        actions.map((action) => ({ role, resource: shortName(stage, arn), action })),
      ),
    );

const actionsByResource = (grants: readonly Grant[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...Map.groupBy(grants, ({ resource }) => resource)].map(([resource, granted]) => [
      resource,
      [...new Set(granted.map(({ action }) => action))].sort().join(' '),
    ]),
  );

const accessOf = (stage: Stage): typeof ACCESS =>
  Object.fromEntries(
    [...Map.groupBy(grantsOf(stage), ({ role }) => role)].map(([role, granted]) => [
      role,
      actionsByResource(granted),
    ]),
  );

describe.each(STAGES)('access on stage %s', (stage) => {
  it('is what the table says and no more', () => {
    expect(accessOf(stage)).toEqual(ACCESS);
  });

  it('lets only intake and the form write a response, and only tally and sweep read many', () => {
    const rolesThat = (action: string, resource: string) =>
      grantsOf(stage)
        .filter((grant) => grant.action === action && grant.resource === resource)
        .map(({ role }) => role)
        .sort();
    for (const action of ['dynamodb:PutItem', 'dynamodb:UpdateItem']) {
      expect(rolesThat(action, 'table/responses')).toEqual(['form', 'intake']);
    }
    expect(rolesThat('dynamodb:GetItem', 'table/responses')).toEqual(['intake']);
    expect(rolesThat('dynamodb:Query', 'table/responses')).toEqual(['sweep', 'tally']);
    expect(rolesThat('dynamodb:Query', 'table/tallies')).toEqual(['rollup']);
  });

  it('lets only administration reach the audit trail, and add to it but not update it', () => {
    const reaching = permissionsOf(stage).filter(
      ({ resources, conditions }) =>
        resources.some((arn) => shortName(stage, arn) === 'table/polls') &&
        conditions === undefined,
    );
    expect(reaching.map(({ role }) => role)).toEqual(['administration']);
    expect(reaching.flatMap(({ actions }) => actions).sort()).toEqual([
      'dynamodb:ConditionCheckItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
    ]);
    const others = permissionsOf(stage).filter(
      ({ resources, conditions }) =>
        resources.some((arn) => shortName(stage, arn) === 'table/polls') && conditions,
    );
    for (const { conditions } of others) {
      expect(conditions).toMatchObject({
        'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': ['*#AUDIT'] },
      });
    }
  });

  it('lets tally write nothing into the polls table but until when responses have to wait', () => {
    const writing = permissionsOf(stage).filter(
      ({ role, actions }) => role === 'tally' && actions.includes('dynamodb:UpdateItem'),
    );
    expect(writing).toMatchObject([
      {
        conditions: {
          'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'slowUntil'] },
        },
      },
    ]);
  });

  it('grants no action by a pattern', () => {
    const patterns = permissionsOf(stage)
      .flatMap(({ actions }) => actions)
      .filter((action) => action.includes('*'));
    expect(patterns).toEqual([]);
  });

  it('grants nothing on every resource', () => {
    const onEverything = permissionsOf(stage).filter(({ resources }) => resources.includes('*'));
    expect(onEverything).toEqual([]);
  });

  it('lets a role be passed on to the scheduler alone', () => {
    const passing = permissionsOf(stage).filter(({ actions }) => actions.includes('iam:PassRole'));
    for (const { conditions } of passing) {
      expect(conditions).toEqual({
        StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
      });
    }
  });

  it('gives every role a fixed name and no managed policy', () => {
    for (const { Properties } of resourcesOf(stage, 'AWS::IAM::Role')) {
      expect(Properties.RoleName).toMatch(new RegExp(`^groundswell-${stage}-[a-z-]+$`));
      expect(Properties.ManagedPolicyArns).toBeUndefined();
      expect(Properties.Policies).toBeUndefined();
    }
  });

  it('lets only its own service take on a role', () => {
    for (const { Properties } of resourcesOf(stage, 'AWS::IAM::Role')) {
      const service = String(Properties.RoleName).endsWith('schedules') ? 'scheduler' : 'lambda';
      expect(Properties.AssumeRolePolicyDocument).toMatchObject({
        Statement: [
          { Action: 'sts:AssumeRole', Principal: { Service: `${service}.amazonaws.com` } },
        ],
      });
    }
  });
});
