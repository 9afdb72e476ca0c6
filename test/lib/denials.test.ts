import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  administratorsOf,
  EVERYTHING,
  roleAsDeployed,
  roleGrantedEverything,
  rolesOf,
  strangersTo,
} from './callers.ts';
import { actionsOn, ITEM_ACTIONS, resourceFor } from './guarded-actions.ts';
import {
  BUCKET_HANDLERS,
  ONLY_FOR_COPIES,
  STREAM_HANDLERS,
  TABLE_HANDLERS,
} from './handler-actions.ts';
import { resolve } from './resolve.ts';
import { type Guarded, guardedOf, type PolicyDocument } from './resource-policies.ts';
import { type Caller, isAllowed, type Request } from './simulate.ts';
import { resourcesOf } from './synthesized.ts';

/** Policies differ from stage to stage in names alone: see resource-policies.test.ts. */
const stage = 'production';

/** The only roles that an action is open to, whatever anyone is granted. */
const RESERVED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'table/responses': {
    'dynamodb:GetItem': 'intake',
    'dynamodb:PutItem': 'form intake',
    'dynamodb:UpdateItem': 'form intake',
    'dynamodb:Query': 'sweep tally',
  },
  'stream/responses': {
    'dynamodb:GetRecords': 'tally',
    'dynamodb:GetShardIterator': 'tally',
  },
  'table/tallies': {
    'dynamodb:GetItem': 'sweep tally',
    'dynamodb:PutItem': 'sweep tally',
    'dynamodb:Query': 'rollup',
  },
  'table/polls': {
    'dynamodb:PutItem': 'administration rollup sweep',
    'dynamodb:UpdateItem': 'administration rollup tally',
  },
  'bucket/checkpoints': {
    's3:GetObject': 'rollup',
    's3:GetObjectVersion': 'rollup',
    's3:GetObjectAttributes': 'rollup',
    's3:ListBucketVersions': 'rollup',
    's3:PutObject': 'rollup',
    's3:PutObjectTagging': 'rollup',
    's3:DeleteObject': 'rollup',
    's3:DeleteObjectVersion': 'rollup',
  },
  'bucket/participation': {
    's3:GetObject': 'participation rollup',
    's3:GetObjectVersion': 'participation rollup',
    's3:GetObjectAttributes': 'participation rollup',
    's3:ListBucketVersions': 'participation rollup',
    's3:PutObject': 'rollup',
    's3:PutObjectTagging': 'rollup',
    's3:DeleteObject': 'rollup',
    's3:DeleteObjectVersion': 'rollup',
  },
  'bucket/reports': {
    's3:GetObject': 'reports rollup',
    's3:GetObjectVersion': 'reports rollup',
    's3:GetObjectAttributes': 'reports rollup',
    's3:ListBucketVersions': 'reports rollup',
    's3:PutObject': 'rollup',
    's3:PutObjectTagging': 'rollup',
  },
  'bucket/failures': {
    's3:PutObject': 'rollup sweep tally',
  },
  'bucket/access-log': {},
};

/** What is not reserved: open to whoever of the account is granted it, engineers among them. */
const GRANTABLE: Readonly<Record<string, readonly string[]>> = {
  'table/polls': [
    'dynamodb:GetItem',
    'dynamodb:BatchGetItem',
    'dynamodb:Query',
    'dynamodb:Scan',
    'dynamodb:ConditionCheckItem',
    'dynamodb:PartiQLSelect',
    'dynamodb:ExportTableToPointInTime',
    'dynamodb:CreateBackup',
    'dynamodb:EnableKinesisStreamingDestination',
    'dynamodb:UpdateKinesisStreamingDestination',
  ],
  'bucket/checkpoints': ['s3:ListBucket'],
  'bucket/participation': ['s3:ListBucket'],
  'bucket/reports': ['s3:ListBucket'],
  'bucket/failures': [
    's3:GetObject',
    's3:GetObjectVersion',
    's3:GetObjectAttributes',
    's3:ListBucket',
    's3:ListBucketVersions',
    's3:PutObjectTagging',
    's3:DeleteObject',
    's3:DeleteObjectVersion',
  ],
  'bucket/access-log': [
    's3:GetObject',
    's3:GetObjectVersion',
    's3:GetObjectAttributes',
    's3:ListBucket',
    's3:ListBucketVersions',
  ],
};

/** Someone was careless: the policy also allows everything to everyone. */
const widened = ({ policy }: Guarded): PolicyDocument => ({
  ...policy,
  Statement: [...policy.Statement, { ...allowsAll, Principal: '*' }],
});
const [allowsAll] = EVERYTHING.Statement as [object];

const HANDLERS: Readonly<Record<string, readonly string[]>> = {
  table: TABLE_HANDLERS,
  stream: STREAM_HANDLERS,
  bucket: BUCKET_HANDLERS,
};

const allowedActions = async (
  caller: Caller,
  actions: readonly string[],
  { arn }: Guarded,
  policy: PolicyDocument,
  context: NonNullable<Request['context']> = {},
): Promise<readonly string[]> => {
  const answers = await Promise.all(
    actions.map((action) =>
      isAllowed(caller, { action, resource: resourceFor(action, arn), policy, context }),
    ),
  );
  return actions.filter((_action, index) => answers[index]);
};

describe('by policies of their own', () => {
  const guarded = guardedOf(stage);
  const roles = rolesOf(stage);

  it('everything that holds data has a policy of its own', () => {
    expect(guarded.map(({ name }) => name).sort()).toEqual(Object.keys(RESERVED).sort());
  });

  describe.each(guarded.map((one) => [one.name, one] as const))('%s', (name, one) => {
    const { onWhatItHolds, administration } = actionsOn(name);
    const grantable = GRANTABLE[name] ?? [];

    it.each(Object.entries(administratorsOf(stage)))(
      'refuses what is reserved to %s, who is granted everything',
      async (_who, caller) => {
        expect(await allowedActions(caller, onWhatItHolds, one, one.policy)).toEqual(
          onWhatItHolds.filter((action) => grantable.includes(action)),
        );
      },
    );

    it.each(roles)(
      'gives role %s no more than is its own, were it granted everything',
      async (role) => {
        const caller = roleGrantedEverything(stage, role);
        const own = onWhatItHolds.filter(
          (action) =>
            grantable.includes(action) || RESERVED[name]?.[action]?.split(' ').includes(role),
        );
        expect(await allowedActions(caller, onWhatItHolds, one, one.policy)).toEqual(own);
      },
    );

    it.each(Object.entries(strangersTo(stage)))(
      'refuses %s everything, even under a policy that was opened to the world',
      async (_who, caller) => {
        expect(await allowedActions(caller, onWhatItHolds, one, one.policy)).toEqual([]);
        expect(await allowedActions(caller, onWhatItHolds, one, widened(one))).toEqual([]);
      },
    );

    it('refuses by this policy alone: without it an administrator could do all of it', async () => {
      const unguarded = { Version: '2012-10-17', Statement: [] };
      for (const caller of Object.values(administratorsOf(stage))) {
        expect(await allowedActions(caller, onWhatItHolds, one, unguarded)).toEqual(onWhatItHolds);
      }
    });

    it('refuses everyone without TLS', async () => {
      const plain = { 'aws:SecureTransport': 'false' };
      const callers = [
        ...Object.values(administratorsOf(stage)),
        ...roles.map((role) => roleGrantedEverything(stage, role)),
      ];
      for (const caller of callers) {
        expect(await allowedActions(caller, onWhatItHolds, one, one.policy, plain)).toEqual([]);
      }
    });

    it('locks nobody out who runs it: the policy itself can always be changed', async () => {
      for (const caller of Object.values(administratorsOf(stage))) {
        expect(await allowedActions(caller, administration, one, one.policy)).toEqual(
          administration,
        );
      }
    });

    it('lets CloudFormation look at it, change and delete it for whoever may deploy', async () => {
      const handlers = HANDLERS[name.split('/')[0] ?? ''] ?? [];
      expect(handlers).not.toEqual([]);
      for (const caller of Object.values(administratorsOf(stage))) {
        expect(await allowedActions(caller, handlers, one, one.policy)).toEqual(handlers);
      }
    });
  });

  it('CloudFormation is refused only what no table may have: replicas and streams to Kinesis', () => {
    const tables = resourcesOf(stage, 'AWS::DynamoDB::GlobalTable');
    expect(ITEM_ACTIONS).toEqual(expect.arrayContaining(ONLY_FOR_COPIES));
    for (const { Properties } of tables) {
      const replicas = Properties.Replicas as readonly object[];
      expect(replicas.map((replica) => 'KinesisStreamSpecification' in replica)).toEqual([false]);
    }
  });
});

describe('the audit trail in the polls table', () => {
  const polls = guardedOf(stage).find(({ name }) => name === 'table/polls') as Guarded;
  const roles = rolesOf(stage);
  const writing = ITEM_ACTIONS.filter((action) => /Put|Update|Delete|Write|Insert/.test(action));
  const ofTrail = { 'dynamodb:LeadingKeys': ['spring#AUDIT'] };
  const ofPoll = { 'dynamodb:LeadingKeys': ['spring'] };
  const inTable = (caller: Caller, actions: readonly string[], context: Request['context']) =>
    allowedActions(caller, actions, polls, polls.policy, context);

  /** Streams of changes to Kinesis are about the table, not about a partition. */
  const onItems = writing.filter((action) => !action.includes('Streaming'));

  it.each(roles)('is not changed by role %s, were it granted everything', async (role) => {
    const caller = roleGrantedEverything(stage, role);
    const own = role === 'administration' ? ['dynamodb:PutItem'] : [];
    expect(await inTable(caller, onItems, ofTrail)).toEqual(own);
    const reserved = RESERVED['table/polls'] ?? {};
    const elsewhere = onItems.filter((action) => reserved[action]?.split(' ').includes(role));
    expect(await inTable(caller, onItems, ofPoll)).toEqual(elsewhere);
  });

  it.each(Object.entries(administratorsOf(stage)))('is not changed by %s', async (_who, caller) => {
    expect(await inTable(caller, onItems, ofTrail)).toEqual([]);
  });

  it('is not changed by a request about several partitions of which it is one', async () => {
    const both = { 'dynamodb:LeadingKeys': ['spring', 'spring#AUDIT'] };
    const administration = roleGrantedEverything(stage, 'administration');
    expect(await inTable(administration, ['dynamodb:UpdateItem'], both)).toEqual([]);
  });

  it.each(roles)('is reached by role %s only if that is administration', async (role) => {
    const reaching = await inTable(roleAsDeployed(stage, role), ITEM_ACTIONS, ofTrail);
    expect([...reaching].sort()).toEqual(
      role === 'administration'
        ? ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query']
        : [],
    );
  });
});

describe('the replay of what was given up', () => {
  const failures = guardedOf(stage).find(({ name }) => name === 'bucket/failures') as Guarded;
  const object = `${failures.arn}/aws/lambda/tally/one`;
  const queueArn = 'arn:aws:sqs:us-east-1:000000000000:groundswell-production-failures';
  const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:groundswell-production-tally';
  const [queuePolicy] = resourcesOf(stage, 'AWS::SQS::QueuePolicy').map(
    ({ stack, Properties }) =>
      (resolve(stage, stack, Properties) as { PolicyDocument: PolicyDocument }).PolicyDocument,
  );
  /** What each command that local/replay/ sends needs. */
  const NEEDED: Readonly<Record<string, Request>> = {
    ListBucketsCommand: { action: 's3:ListAllMyBuckets', resource: '*' },
    ListObjectsV2: { action: 's3:ListBucket', resource: failures.arn, policy: failures.policy },
    GetObjectCommand: { action: 's3:GetObject', resource: object, policy: failures.policy },
    GetObjectTaggingCommand: {
      action: 's3:GetObjectTagging',
      resource: object,
      policy: failures.policy,
    },
    HeadObjectCommand: { action: 's3:GetObject', resource: object, policy: failures.policy },
    PutObjectTaggingCommand: {
      action: 's3:PutObjectTagging',
      resource: object,
      policy: failures.policy,
    },
    GetQueueUrlCommand: { action: 'sqs:GetQueueUrl', resource: queueArn, policy: queuePolicy },
    ReceiveMessageCommand: {
      action: 'sqs:ReceiveMessage',
      resource: queueArn,
      policy: queuePolicy,
    },
    DeleteMessageCommand: { action: 'sqs:DeleteMessage', resource: queueArn, policy: queuePolicy },
    ChangeMessageVisibilityCommand: {
      action: 'sqs:ChangeMessageVisibility',
      resource: queueArn,
      policy: queuePolicy,
    },
    InvokeCommand: { action: 'lambda:InvokeFunction', resource: functionArn },
  };

  it('sends no command whose permissions are not looked at here', () => {
    const folder = new URL('../../local/replay/', import.meta.url);
    const sent = globSync('*.ts', { cwd: folder.pathname }).flatMap((file) =>
      [
        ...readFileSync(new URL(file, folder), 'utf8').matchAll(
          /new (\w+Command)\(|\bpaginate(\w+)\(/g,
        ),
      ].map(([, command, paginated]) => command ?? paginated),
    );
    expect([...new Set(sent)].sort()).toEqual(Object.keys(NEEDED).sort());
  });

  it.each(Object.entries(NEEDED))('may do %s as an administrator', async (_command, request) => {
    const administrator = administratorsOf(stage)['an administrator of the account'] as Caller;
    expect(await isAllowed(administrator, request)).toBe(true);
  });

  it('changes nothing of an object but its tags', async () => {
    const administrator = administratorsOf(stage)['an administrator of the account'] as Caller;
    for (const action of [
      'PutObject',
      'PutObjectAcl',
      'PutObjectRetention',
      'PutObjectLegalHold',
    ]) {
      const request = { action: `s3:${action}`, resource: object, policy: failures.policy };
      expect(await isAllowed(administrator, request), action).toBe(false);
    }
  });
});

describe('what tally writes into the polls table', () => {
  const polls = guardedOf(stage).find(({ name }) => name === 'table/polls') as Guarded;
  const tally = roleAsDeployed(stage, 'tally');
  const updates = (attributes: readonly string[], more: Request['context'] = {}) =>
    isAllowed(tally, {
      action: 'dynamodb:UpdateItem',
      resource: polls.arn,
      policy: polls.policy,
      context: {
        'dynamodb:LeadingKeys': ['spring'],
        'dynamodb:Attributes': attributes,
        ...more,
      },
    });

  it('is until when new responses have to wait, and nothing else', async () => {
    expect(await updates(['pk', 'sk', 'slowUntil'])).toBe(true);
    expect(await updates(['pk', 'sk', 'definition'])).toBe(false);
    expect(await updates(['pk', 'sk', 'slowUntil', 'exclusions'])).toBe(false);
  });

  it('shows it nothing of what was there', async () => {
    const back = { 'dynamodb:ReturnValues': 'ALL_OLD' };
    expect(await updates(['pk', 'sk', 'slowUntil'], back)).toBe(false);
  });
});
