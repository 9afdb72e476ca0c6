import { Aws, Duration } from 'aws-cdk-lib';
import { Grant, type IGrantable, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Schedule,
  type ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import { acknowledgePattern } from './acknowledge.ts';
import { dataProtection } from './data-protection.ts';
import type { AnyFunction } from './service-function.ts';
import { stageName } from './stage-name.ts';

const DELIVERY_RETRIES = 10;
const DELIVERY_MAXIMUM_AGE = Duration.hours(1);

/** Properties of {@link Schedules}. */
export interface SchedulesProps {
  readonly settings: Settings;
  /** Last part of the name of the group, and of the role that its schedules act in. */
  readonly name: string;
}

/** One schedule for {@link Schedules.add}. */
export interface ScheduledInvocation {
  readonly schedule: ScheduleExpression;
  readonly target: AnyFunction;
  /** What the function is called with. */
  readonly payload: object;
  readonly description: string;
}

/**
 * A group of schedules, and the role in which they call functions. A delivery that fails for an
 * hour is given up: every schedule here comes again, or is made up for by one that does.
 */
export class Schedules extends Construct {
  readonly group: ScheduleGroup;
  readonly role: Role;
  private readonly name: string;

  constructor(scope: Construct, id: string, { settings, name }: SchedulesProps) {
    super(scope, id);
    this.name = stageName(settings, name);
    this.group = new ScheduleGroup(this, 'Group', {
      scheduleGroupName: this.name,
      removalPolicy: dataProtection(settings).removalPolicy,
    });
    this.role = new Role(this, 'Role', {
      roleName: this.name,
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': Aws.ACCOUNT_ID,
            'aws:SourceArn': this.group.scheduleGroupArn,
          },
        },
      }),
    });
  }

  /** Adds a schedule that is always there. */
  add(id: string, { schedule, target, payload, description }: ScheduledInvocation): void {
    this.allowTarget(target);
    new Schedule(this, id, {
      schedule,
      description,
      scheduleGroup: this.group,
      target: {
        bind: () => ({
          arn: target.function.functionArn,
          role: this.role,
          input: ScheduleTargetInput.fromObject(payload),
          retryPolicy: {
            maximumRetryAttempts: DELIVERY_RETRIES,
            maximumEventAgeInSeconds: DELIVERY_MAXIMUM_AGE.toSeconds(),
          },
        }),
      },
    });
  }

  /** Lets the group's schedules call a function. */
  allowTarget(target: AnyFunction): void {
    Grant.addToPrincipal({
      grantee: this.role,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [target.function.functionArn],
    });
  }

  /** Allows to set schedules of this group, and to hand them its role. */
  grantSet(grantee: IGrantable): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule'],
      resourceArns: [
        `arn:${Aws.PARTITION}:scheduler:${Aws.REGION}:${Aws.ACCOUNT_ID}:schedule/${this.group.scheduleGroupName}/*`,
      ],
    });
    acknowledgePattern(
      grantee,
      `arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/${this.name}/*`,
      "Schedules are named by what they are for; every one of this group is the service's own.",
    );
    Grant.addToPrincipal({
      grantee,
      actions: ['iam:PassRole'],
      resourceArns: [this.role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    });
  }
}
