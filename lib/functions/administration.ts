import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { ManagePollsEnv } from '../../functions/manage-polls/env.ts';
import { latestAnswerSeconds, type Settings } from '../../schemas/settings.ts';
import type { Operators } from '../constructs/operators.ts';
import type { PollsTable } from '../constructs/polls-table.ts';
import type { Schedules } from '../constructs/schedules.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { RollUp } from './roll-up.ts';
import type { Sweep } from './sweep.ts';

/** Properties of {@link Administration}. */
export interface AdministrationProps {
  readonly settings: Settings;
  readonly polls: PollsTable;
  readonly bus: EventBus;
  /** Where the final count of a poll is scheduled. */
  readonly oneOffSchedules: Schedules;
  readonly sweep: Sweep;
  readonly rollUp: RollUp;
  readonly rolesClaim: string;
}

/** The gateway waits no longer. */
const GATEWAY_TIMEOUT_SECONDS = 29;

/**
 * A poll that is closed now closes at the instant that the request began, while intake goes on
 * by the old close until the request has written and its cache has run out. All of that must be
 * over before the tallies are sealed.
 */
const administrationTimeoutSeconds = (settings: Settings): number =>
  Math.min(GATEWAY_TIMEOUT_SECONDS, settings.graceSeconds - latestAnswerSeconds(settings) - 1);

/** Does what administrators ask for. It reaches neither answers nor tallies. */
export class Administration extends ServiceFunction<ManagePollsEnv> {
  constructor(scope: Construct, id: string, props: AdministrationProps) {
    const { settings, polls, bus, oneOffSchedules, sweep, rollUp, rolesClaim } = props;
    super(scope, id, {
      settings,
      name: 'administration',
      folder: 'manage-polls',
      description: 'Puts, opens and closes polls, puts organizations, asks for releases',
      environment: {
        POLLS_TABLE: polls.table.tableName,
        EVENT_BUS: bus.eventBusName,
        GRACE_SECONDS: String(settings.graceSeconds),
        SCHEDULE_GROUP: oneOffSchedules.group.scheduleGroupName,
        SCHEDULE_ROLE_ARN: oneOffSchedules.role.roleArn,
        SWEEP_FUNCTION_ARN: sweep.function.functionArn,
        ROLLUP_FUNCTION: rollUp.function.functionName,
        ROLES_CLAIM: rolesClaim,
      },
      timeout: Duration.seconds(administrationTimeoutSeconds(settings)),
      memorySizeMiB: 512,
    });
    polls.grantAdminister(this);
    bus.grantPutEventsTo(this);
    oneOffSchedules.grantSet(this);
    sweep.grantInvoke(this);
    rollUp.grantInvoke(this);
  }

  /** Tells the operators when administrators wait too long. */
  watchedBy(operators: Operators): void {
    this.watchDuration(operators, {
      errorImpact:
        'Administrators wait, and what they ask for may be refused and have to be asked for again.',
      badPeriods: 2,
    });
  }
}
