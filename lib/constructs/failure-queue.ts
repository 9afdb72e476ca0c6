import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import { acknowledge } from './acknowledge.ts';
import type { Operators } from './operators.ts';
import type { PrivateBucket } from './private-bucket.ts';
import { stageName } from './stage-name.ts';
import { watchUndelivered } from './watch-undelivered.ts';

const REPLAY_OF_ONE = Duration.minutes(15);

/** Properties of {@link FailureQueue}. */
export interface FailureQueueProps {
  readonly settings: Settings;
  /** Where functions leave what no attempt could process. */
  readonly failures: PrivateBucket;
}

/**
 * Which objects of the failures bucket wait to be replayed: a message each, until the replay
 * command is through with it. S3 tells the size of a bucket once a day; a queue at once.
 */
export class FailureQueue extends Construct {
  readonly queue: Queue;
  private readonly ruleName: string;

  constructor(scope: Construct, id: string, { settings, failures }: FailureQueueProps) {
    super(scope, id);
    this.ruleName = stageName(settings, 'failures');
    this.queue = new Queue(this, 'Queue', {
      queueName: stageName(settings, 'failures'),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // As long as its object: the alarm is on for as long as there is something to replay.
      retentionPeriod: Duration.days(settings.failureRetentionDays),
      visibilityTimeout: REPLAY_OF_ONE,
    });
    acknowledge(
      this.queue,
      'AwsSolutions-SQS3',
      'Nothing receives from it but the replay command, which deletes what it is through with: it is itself where failures wait.',
    );
    // CDK's own way to turn this on brings a custom resource.
    const bucket = failures.bucket.node.defaultChild as CfnBucket;
    bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    new Rule(this, 'Rule', {
      ruleName: this.ruleName,
      description: 'What no attempt could process waits for the operators',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [failures.bucket.bucketName] } },
      },
      targets: [new SqsQueue(this.queue)],
    });
  }

  /** Tells the operators when something waits, or could not be told. */
  watchedBy(operators: Operators): void {
    operators.watch(this, 'Waiting', {
      name: 'failures-waiting',
      errorImpact:
        'Something was given up after every attempt: figures may lack what it would have counted or released, until it is replayed.',
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: 1,
      periods: 1,
      silence: { means: 'good', because: 'An empty queue stops reporting after some hours.' },
    });
    watchUndelivered(this, 'Untold', {
      operators,
      name: 'failures-untold',
      errorImpact:
        'Something was given up and failures-waiting does not know: figures may lack what it would have counted or released.',
      ruleName: this.ruleName,
    });
  }
}
