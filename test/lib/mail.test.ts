import { describe, expect, it } from 'vitest';
import { resolve } from './resolve.ts';
import { resourcesOf, SITE_URL, STAGES, type Stage, synthesize } from './synthesized.ts';

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Principal: unknown;
  readonly Condition?: unknown;
};

type Principals = { readonly Service?: string | readonly string[] };

const statementsFor = (stage: Stage, name: string): readonly Statement[] =>
  resourcesOf(stage, 'AWS::SNS::TopicPolicy')
    .map(({ stack, Properties }) => resolve(stage, stack, Properties))
    .filter((policy) => JSON.stringify(policy).includes(`groundswell-${stage}-${name}`))
    .flatMap(
      (policy) =>
        (policy as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument.Statement,
    );

describe.each(STAGES)('the mail of stage %s', (stage) => {
  const topics = resourcesOf(stage, 'AWS::SNS::Topic');

  it('goes by two topics, encrypted with a key that those who publish may use', () => {
    expect(topics.map(({ Properties }) => Properties.TopicName).sort()).toEqual([
      `groundswell-${stage}-operators`,
      `groundswell-${stage}-releases`,
    ]);
    for (const { Properties } of topics) expect(Properties.KmsMasterKeyId).toBeDefined();
    const [key] = resourcesOf(stage, 'AWS::KMS::Key');
    expect(key?.Properties).toMatchObject({ EnableKeyRotation: true, RotationPeriodInDays: 2560 });
    const policy = key?.Properties.KeyPolicy as { Statement: Statement[] } | undefined;
    const statements = policy?.Statement ?? [];
    const services = statements.flatMap(({ Principal }) => (Principal as Principals).Service ?? []);
    expect(new Set(services)).toEqual(
      new Set(['budgets.amazonaws.com', 'cloudwatch.amazonaws.com', 'events.amazonaws.com']),
    );
    expect(statements).toContainEqual({
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Principal: {
        Service: ['budgets.amazonaws.com', 'cloudwatch.amazonaws.com'],
      },
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
  });

  it.each(['operators', 'releases'])('is taken in over TLS alone: %s', (name) => {
    expect(statementsFor(stage, name)).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 'sns:Publish',
        Principal: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  it('to the operators comes from alarms and budgets of this account, to planners from the bus', () => {
    const publishers = (name: string) =>
      statementsFor(stage, name)
        .filter(({ Effect }) => Effect === 'Allow')
        .flatMap(({ Principal }) => (Principal as { Service: string | string[] }).Service)
        .sort();
    expect(publishers('operators')).toEqual(['budgets.amazonaws.com', 'cloudwatch.amazonaws.com']);
    expect(new Set(publishers('releases'))).toEqual(new Set(['events.amazonaws.com']));
  });

  it('to planners says which poll, interim or final, and where to read; it holds no figure', () => {
    const rules = resourcesOf(stage, 'AWS::Events::Rule').filter(
      ({ stack }) => stack === 'pipeline',
    );
    expect(rules).toHaveLength(1);
    const { EventPattern, Targets = [] } = (rules[0]?.Properties ?? {}) as {
      EventPattern?: object;
      Targets?: readonly { InputTransformer: { InputPathsMap: object; InputTemplate: string } }[];
    };
    expect(EventPattern).toEqual({
      source: ['groundswell'],
      'detail-type': ['PrioritiesReleased'],
    });
    const { InputPathsMap, InputTemplate } = Targets[0]?.InputTransformer ?? {};
    expect(InputPathsMap).toEqual({
      'detail-asOf': '$.detail.asOf',
      'detail-kind': '$.detail.kind',
      'detail-poll': '$.detail.poll',
    });
    expect(InputTemplate?.split('\n')).toEqual([
      '"The poll <detail-poll> has new <detail-kind> priorities."',
      '"They count answers up to <detail-asOf>."',
      '"Interim priorities may still change; final ones are made after the poll has closed."',
      `"Read them at ${SITE_URL}/results/<detail-poll>"`,
    ]);
  });
});

describe('those who get mail', () => {
  it('are nobody unless the settings say so', () => {
    expect(resourcesOf('production', 'AWS::SNS::Subscription')).toEqual([]);
  });

  it('are the addresses of the settings, operators and planners apart', () => {
    const templates = synthesize({
      stage: 'production',
      operatorEmails: '["engineer@example.org"]',
      plannerEmails: '["planner@example.org"]',
    });
    const endpoints = (stack: string) =>
      Object.values(templates[stack]?.Resources ?? {})
        .filter(({ Type }) => Type === 'AWS::SNS::Subscription')
        .map(({ Properties }) => [Properties.Protocol, Properties.Endpoint]);
    expect(endpoints('data')).toEqual([['email', 'engineer@example.org']]);
    expect(endpoints('pipeline')).toEqual([['email', 'planner@example.org']]);
  });
});
