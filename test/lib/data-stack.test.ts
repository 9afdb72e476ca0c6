import { describe, expect, it } from 'vitest';
import { LONGEST_BUCKET } from '../../schemas/settings.ts';
import { resolve } from './resolve.ts';
import {
  type Located,
  resourcesOf,
  SITE_URL,
  STAGES,
  type Stage,
  synthesize,
  templateOf,
} from './synthesized.ts';

/**
 * Resources that hold what nobody can make again. A change of a logical id replaces the resource
 * with an empty one.
 */
const STATEFUL = {
  'AWS::DynamoDB::GlobalTable': {
    ResponsesTableEDAA8B7E: 'responses',
    TalliesTable3688D1E0: 'tallies',
    PollsTable241E487E: 'polls',
  },
  'AWS::S3::Bucket': {
    ReportsBucket95FE29A2: 'reports',
    CheckpointsBucket6BA0C50D: 'checkpoints',
    ParticipationBucketEB329403: 'participation',
    FailuresBucket3D5A4556: 'failures',
    AccessLogBucket1B5E635D: 'access-log',
  },
  'AWS::Cognito::UserPool': { PeoplePoolC64A4D1E: 'people' },
} as const;

const NAME_PROPERTIES = {
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::Cognito::UserPool': 'UserPoolName',
} as const;
const TYPES = Object.keys(STATEFUL) as (keyof typeof STATEFUL)[];

const tablesOf = (stage: Stage) => resourcesOf(stage, 'AWS::DynamoDB::GlobalTable');
const bucketsOf = (stage: Stage) => resourcesOf(stage, 'AWS::S3::Bucket');

/** The site's one bucket holds the built pages: nobody's data, and open to the CDN. */
const isPages = ({ id }: Located): boolean => /^Pages/.test(id);
const statefulOf = (stage: Stage, type: string) =>
  resourcesOf(stage, type).filter((resource) => !isPages(resource));
const tableOf = (stage: Stage, name: string) =>
  tablesOf(stage).find(({ Properties }) => Properties.TableName === `groundswell-${stage}-${name}`);

describe.each(STAGES)('what holds data on stage %s', (stage) => {
  const isProtected = stage === 'production';

  it.each(TYPES)('keeps its logical ids and names: %s', (type) => {
    const names = statefulOf(stage, type).map(({ id, stack, Properties }) => {
      const name = String(resolve(stage, stack, Properties[NAME_PROPERTIES[type]]));
      return [
        id,
        name.replace(`groundswell-${stage}-`, '').replace('-000000000000-us-east-1', ''),
      ] as const;
    });
    expect(Object.fromEntries(names)).toEqual(STATEFUL[type]);
  });

  it('has no bucket with a longer name than settings leave room for', () => {
    const parts = bucketsOf(stage).map(({ stack, Properties }) =>
      String(resolve(stage, stack, Properties.BucketName))
        .replace(`groundswell-${stage}-`, '')
        .replace('-000000000000-us-east-1', ''),
    );
    expect(Math.max(...parts.map(({ length }) => length))).toBe(LONGEST_BUCKET.length);
  });

  it('stands in the data stack alone', () => {
    const stacks = TYPES.flatMap((type) => statefulOf(stage, type)).map(({ stack }) => stack);
    expect(new Set(stacks)).toEqual(new Set(['data']));
  });

  it.each(TYPES)(`${isProtected ? 'outlives' : 'goes with'} its stack: %s`, (type) => {
    for (const { DeletionPolicy, UpdateReplacePolicy } of resourcesOf(stage, type)) {
      expect(DeletionPolicy).toBe(isProtected ? 'RetainExceptOnCreate' : 'Delete');
      expect(UpdateReplacePolicy).toBe(isProtected ? 'Retain' : 'Delete');
    }
  });

  it('has buckets whose policies stay for as long as they do', () => {
    const policies = resourcesOf(stage, 'AWS::S3::BucketPolicy');
    for (const { id, DeletionPolicy, UpdateReplacePolicy } of bucketsOf(stage)) {
      const policy = policies.find(
        ({ Properties }) => JSON.stringify(Properties.Bucket) === JSON.stringify({ Ref: id }),
      );
      expect([policy?.DeletionPolicy, policy?.UpdateReplacePolicy], id).toEqual([
        DeletionPolicy,
        UpdateReplacePolicy,
      ]);
    }
  });

  it('has tables on demand, encrypted and recoverable for 7 days', () => {
    for (const { Properties } of tablesOf(stage)) {
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        Replicas: [
          {
            DeletionProtectionEnabled: isProtected,
            PointInTimeRecoverySpecification: {
              PointInTimeRecoveryEnabled: true,
              RecoveryPeriodInDays: 7,
            },
          },
        ],
      });
      expect(Properties.GlobalSecondaryIndexes).toBeUndefined();
    }
  });

  it('has a stream of the responses table alone, of keys alone', () => {
    const streams = tablesOf(stage).map(({ Properties }) => [
      Properties.TableName,
      Properties.StreamSpecification,
    ]);
    expect(Object.fromEntries(streams)).toEqual({
      [`groundswell-${stage}-responses`]: { StreamViewType: 'KEYS_ONLY' },
      [`groundswell-${stage}-tallies`]: undefined,
      [`groundswell-${stage}-polls`]: undefined,
    });
  });

  it('lets responses and tallies expire, polls never', () => {
    const expiry = { AttributeName: 'expiresAt', Enabled: true };
    expect(tableOf(stage, 'responses')?.Properties.TimeToLiveSpecification).toEqual(expiry);
    expect(tableOf(stage, 'tallies')?.Properties.TimeToLiveSpecification).toEqual(expiry);
    expect(tableOf(stage, 'polls')?.Properties.TimeToLiveSpecification).toBeUndefined();
  });

  it('has private, encrypted buckets whose objects belong to their owner', () => {
    for (const { Properties } of bucketsOf(stage)) {
      expect(Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
          ],
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      });
    }
  });

  it('has buckets that refuse everyone who comes without TLS', () => {
    const policies = resourcesOf(stage, 'AWS::S3::BucketPolicy');
    for (const { id } of bucketsOf(stage)) {
      const policy = policies.find(
        ({ Properties }) => JSON.stringify(Properties.Bucket) === JSON.stringify({ Ref: id }),
      );
      expect(policy?.Properties.PolicyDocument).toMatchObject({
        Statement: expect.arrayContaining([
          expect.objectContaining({
            Effect: 'Deny',
            Action: 's3:*',
            Principal: { AWS: '*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      });
    }
  });

  it('allows nobody anything by a bucket policy but S3 itself to write its log', () => {
    const allowed = statefulOf(stage, 'AWS::S3::BucketPolicy').flatMap(({ Properties }) => {
      const { Statement } = Properties.PolicyDocument as { Statement: { Effect: string }[] };
      return Statement.filter(({ Effect }) => Effect !== 'Deny');
    });
    expect(allowed).toHaveLength(3);
    for (const statement of allowed) {
      expect(statement).toMatchObject({
        Effect: 'Allow',
        Action: 's3:PutObject',
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnLike: { 'aws:SourceArn': expect.anything() },
        },
      });
    }
  });

  it('notes who asked for checkpoints, participation and failures, and forgets it with the logs', () => {
    const logged = bucketsOf(stage).map(({ id, Properties }) => [
      id,
      (Properties.LoggingConfiguration as { LogFilePrefix: string } | undefined)?.LogFilePrefix,
    ]);
    expect(Object.fromEntries(logged)).toMatchObject({
      CheckpointsBucket6BA0C50D: 'checkpoints/',
      ParticipationBucketEB329403: 'participation/',
      FailuresBucket3D5A4556: 'failures/',
      ReportsBucket95FE29A2: undefined,
    });
    const log = bucketsOf(stage).find(({ id }) => id === 'AccessLogBucket1B5E635D');
    expect(log?.Properties.LifecycleConfiguration).toMatchObject({
      Rules: [{ ExpirationInDays: { local: 1, development: 7, production: 90 }[stage] }],
    });
  });

  it('keeps what reports overwrote, and forgets failures after 14 days', () => {
    const bucket = (id: string) => bucketsOf(stage).find((found) => found.id === id)?.Properties;
    expect(bucket('ReportsBucket95FE29A2')?.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(bucket('FailuresBucket3D5A4556')?.LifecycleConfiguration).toMatchObject({
      Rules: [{ ExpirationInDays: 14, Status: 'Enabled' }],
    });
  });

  it('makes no custom resource, which the emulator could not run', () => {
    const types = Object.values(templateOf(stage, 'data').Resources).map(({ Type }) => Type);
    expect(types.filter((type) => /^Custom::|CustomResource/.test(type))).toEqual([]);
  });
});

describe('the people with a role', () => {
  it('are invited, never sign up by themselves, and recover by mail', () => {
    const [pool] = resourcesOf('production', 'AWS::Cognito::UserPool');
    expect(pool?.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    });
  });

  it('sign in at the site with a code, by a client that has no secret', () => {
    const [client] = resourcesOf('local', 'AWS::Cognito::UserPoolClient');
    expect(client?.Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      CallbackURLs: [`${SITE_URL}/`],
      LogoutURLs: [`${SITE_URL}/`],
      PreventUserExistenceErrors: 'ENABLED',
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    });
  });

  it('are administrators or planners; coordinators come with their organizations', () => {
    const groups = resourcesOf('production', 'AWS::Cognito::UserPoolGroup');
    expect(groups.map(({ Properties }) => Properties.GroupName).sort()).toEqual([
      'administrator',
      'planner',
    ]);
  });

  it('are elsewhere where an issuer is configured', () => {
    const tokenIssuer = {
      url: 'https://login.example.org/',
      audience: 'groundswell',
      jwksUri: 'https://login.example.org/keys',
      rolesClaim: 'roles',
    };
    const templates = JSON.stringify(synthesize({ stage: 'development', tokenIssuer }));
    expect(templates).not.toContain('AWS::Cognito');
    expect(templates).toContain('"TOKEN_JWKS_URI":"https://login.example.org/keys"');
    expect(templates).toContain('"ROLES_CLAIM":"roles"');
    expect(templates).toContain('"Issuer":"https://login.example.org/"');
  });
});

describe('a table that was restored', () => {
  const streamArn =
    'arn:aws:dynamodb:us-east-1:111122223333:table/restored-responses/stream/2027-01-31T12:00:00.000';
  const templates = synthesize({
    stage: 'production',
    restoredTables: {
      responses: { name: 'restored-responses', streamArn },
      polls: { name: 'restored-polls' },
    },
  });

  const functionsIn = (stack: string) =>
    Object.values(templates[stack]?.Resources ?? {})
      .filter(({ Type }) => Type === 'AWS::Lambda::Function')
      .map(({ Properties }) => Properties.Environment as { Variables: Record<string, unknown> })
      .map(({ Variables }) => Variables);

  const namesOf = (variable: string): ReadonlySet<string> =>
    new Set(
      [...functionsIn('api'), ...functionsIn('pipeline')]
        .filter((variables) => variable in variables)
        .map((variables) => JSON.stringify(variables[variable])),
    );

  it("is used in the place of the stage's own by every function", () => {
    expect(namesOf('RESPONSES_TABLE')).toEqual(new Set(['"restored-responses"']));
    expect(namesOf('POLLS_TABLE')).toEqual(new Set(['"restored-polls"']));
    expect([...namesOf('TALLIES_TABLE')].join()).not.toContain('restored');
  });

  it('is the one whose stream is tallied', () => {
    const mappings = Object.values(templates.pipeline?.Resources ?? {}).filter(
      ({ Type }) => Type === 'AWS::Lambda::EventSourceMapping',
    );
    expect(mappings.map(({ Properties }) => Properties.EventSourceArn)).toEqual([streamArn]);
  });

  it("is granted as the stage's own was, which nobody reaches any more", () => {
    const policies = JSON.stringify(
      [
        ...Object.values(templates.api?.Resources ?? {}),
        ...Object.values(templates.pipeline?.Resources ?? {}),
      ].filter(({ Type }) => Type === 'AWS::IAM::Policy'),
    );
    expect(policies).toContain(':table/restored-responses"');
    expect(policies).toContain(':table/restored-polls"');
    expect(policies).toContain(streamArn);
    expect(policies).not.toMatch(/ResponsesTable|PollsTable/);
  });

  it("leaves the stage's own tables as they were", () => {
    const own = Object.entries(templates.data?.Resources ?? {}).filter(
      ([, { Type }]) => Type === 'AWS::DynamoDB::GlobalTable',
    );
    expect(Object.fromEntries(own)).toEqual(
      Object.fromEntries(tablesOf('production').map(({ id, stack: _, ...table }) => [id, table])),
    );
  });
});
