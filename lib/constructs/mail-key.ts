import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import { stageName } from './stage-name.ts';

/** Services that publish to topics. SNS's own key would not let them; a rule's target allows the bus. */
const PUBLISHERS = ['cloudwatch', 'budgets'] as const;

/**
 * The longest that there is. Each of the first two rotations makes a key a dollar a month dearer,
 * and what it encrypts is kept for no longer than a delivery takes.
 */
const ROTATION = Duration.days(2560);

/**
 * The key of the topics that send mail. Nothing is kept under it for longer than a delivery
 * takes, so it goes with its stack.
 */
export const mailKey = (scope: Construct, settings: Settings): Key => {
  const key = new Key(scope, 'MailKey', {
    alias: stageName(settings, 'mail'),
    description: `Mail of Groundswell (${settings.stage})`,
    enableKeyRotation: true,
    rotationPeriod: ROTATION,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: PUBLISHERS.map((name) => new ServicePrincipal(`${name}.amazonaws.com`)),
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  return key;
};
