import { describe, expect, it } from 'vitest';
import { resolve } from './resolve.ts';
import { resourcesOf, STAGES, synthesize } from './synthesized.ts';

describe.each(STAGES)('what could not be processed on stage %s', (stage) => {
  const [queue] = resourcesOf(stage, 'AWS::SQS::Queue');
  const failures = `groundswell-${stage}-failures`;

  it('is told by the failures bucket, and by no other', () => {
    const telling = resourcesOf(stage, 'AWS::S3::Bucket').filter(
      ({ Properties }) => Properties.NotificationConfiguration,
    );
    expect(telling.map(({ id }) => id)).toEqual(['FailuresBucket3D5A4556']);
    expect(telling[0]?.Properties.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
  });

  it('waits in one queue, as long as its object is kept, encrypted and over TLS alone', () => {
    expect(resourcesOf(stage, 'AWS::SQS::Queue')).toHaveLength(1);
    expect(queue?.Properties).toMatchObject({
      QueueName: failures,
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 14 * 24 * 60 * 60,
    });
    const [policy] = resourcesOf(stage, 'AWS::SQS::QueuePolicy');
    expect(policy?.Properties.PolicyDocument).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ]),
    });
  });

  it('comes to the queue when an object is new, not when the replay tags it', () => {
    const rule = resourcesOf(stage, 'AWS::Events::Rule').find(({ stack }) => stack === 'data');
    expect(resolve(stage, 'data', rule?.Properties)).toMatchObject({
      Name: failures,
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [`${failures}-000000000000-us-east-1`] } },
      },
      Targets: [{ Arn: `arn:aws:sqs:us-east-1:000000000000:${failures}` }],
    });
  });
});

describe('what could not be processed is kept as long as the settings say', () => {
  it('in the bucket and in the queue', () => {
    const { data } = synthesize({ stage: 'production', failureRetentionDays: '5' });
    const resources = Object.entries(data?.Resources ?? {});
    const [, queue] = resources.find(([, { Type }]) => Type === 'AWS::SQS::Queue') ?? [];
    const [, bucket] = resources.find(([id]) => id === 'FailuresBucket3D5A4556') ?? [];
    expect(queue?.Properties.MessageRetentionPeriod).toBe(5 * 24 * 60 * 60);
    expect(bucket?.Properties.LifecycleConfiguration).toMatchObject({
      Rules: expect.arrayContaining([expect.objectContaining({ ExpirationInDays: 5 })]),
    });
  });
});
