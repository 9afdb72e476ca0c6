import { Validations } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';

/**
 * Notes beside a resource why a rule of cdk-nag does not hold for it: `id` is the rule's, with
 * the finding in brackets where it has several (`AwsSolutions-IAM5[Resource::*]`).
 */
export const acknowledge = (scope: IConstruct, id: string, reason: string): void =>
  Validations.of(scope).acknowledge({ id, reason });

/** The same of a pattern among the resources that a role is granted, such as `<Logs.Arn>:*`. */
export const acknowledgePattern = (
  { grantPrincipal }: IGrantable,
  pattern: string,
  reason: string,
): void => {
  if (!Construct.isConstruct(grantPrincipal)) return;
  acknowledge(grantPrincipal, `AwsSolutions-IAM5[Resource::${pattern}]`, reason);
};
