import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import { stageName } from './stage-name.ts';

/** Properties of {@link MailTopic}. */
export interface MailTopicProps {
  readonly settings: Settings;
  /** Last part of the topic's name, such as `operators`. */
  readonly name: string;
  /** Who a mail is from. */
  readonly sender: string;
  readonly key: IKey;
  /** Who gets its mail; each has to confirm it once. */
  readonly addresses: readonly string[];
}

/** A topic that reaches people by mail: encrypted, over TLS alone, published to by grant. */
export class MailTopic extends Construct {
  readonly topic: ITopic;

  constructor(scope: Construct, id: string, props: MailTopicProps) {
    super(scope, id);
    const { settings, name, sender, key, addresses } = props;
    const topic = new Topic(this, 'Topic', {
      topicName: stageName(settings, name),
      displayName: sender,
      masterKey: key,
      enforceSSL: true,
    });
    for (const address of addresses) topic.addSubscription(new EmailSubscription(address));
    this.topic = topic;
  }

  /** Lets a service of AWS publish on behalf of this account. */
  grantPublishTo(service: string): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
  }
}
