import { Arn, ArnFormat, Aws } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Settings } from '../../schemas/settings.ts';
import { stageName } from './stage-name.ts';

/** What {@link reserveFor} reserves, and for whom. */
export interface Reservation {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Last parts of the names of the only roles that may; nobody may where there is none. */
  readonly roles: readonly string[];
}

/**
 * A statement of a resource's policy that denies actions to everyone but some roles of the
 * stage: to the account's administrators and its root user, too, whatever they are granted.
 *
 * Roles are spoken of by name in a condition. `NotPrincipal` would have to name every session,
 * too, and a principal that does not exist yet would be refused; the key holds the role's own
 * ARN in each of its sessions. Who has no ARN (nobody, or a service on its own behalf) is denied.
 */
export const reserveFor = (
  settings: Pick<Settings, 'stage'>,
  { actions, resources, roles }: Reservation,
): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: [...actions],
    resources: [...resources],
    ...(roles.length === 0
      ? {}
      : {
          conditions: {
            ArnNotEquals: {
              'aws:PrincipalArn': roles.map((role) => roleArn(stageName(settings, role))),
            },
          },
        }),
  });

const roleArn = (roleName: string): string =>
  Arn.format({
    partition: Aws.PARTITION,
    service: 'iam',
    region: '',
    account: Aws.ACCOUNT_ID,
    resource: 'role',
    resourceName: roleName,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
