import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { SweepTalliesEnv } from '../../functions/sweep-tallies/env.ts';
import type { Settings } from '../../schemas/settings.ts';
import type { PollsTable } from '../constructs/polls-table.ts';
import type { PrivateBucket } from '../constructs/private-bucket.ts';
import type { ResponsesTable } from '../constructs/responses-table.ts';
import type { Schedules } from '../constructs/schedules.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { stageName } from '../constructs/stage-name.ts';
import type { TalliesTable } from '../constructs/tallies-table.ts';
import type { RollUp } from './roll-up.ts';

const NAME = 'sweep';
const LEAST_RECHECK_SECONDS = 300;

/** Properties of {@link Sweep}. */
export interface SweepProps {
  readonly settings: Settings;
  readonly responses: ResponsesTable;
  readonly tallies: TalliesTable;
  readonly polls: PollsTable;
  readonly bus: EventBus;
  /** Where it schedules a second look at its suspects. */
  readonly oneOffSchedules: Schedules;
  readonly rollUp: RollUp;
  readonly failures: PrivateBucket;
}

/** Compares every tally with its responses, and seals the tallies of a poll that closed. */
export class Sweep extends ServiceFunction<SweepTalliesEnv> {
  constructor(scope: Construct, id: string, props: SweepProps) {
    const { settings, responses, tallies, polls, bus, oneOffSchedules, rollUp, failures } = props;
    super(scope, id, {
      settings,
      name: NAME,
      folder: 'sweep-tallies',
      description: 'Repairs tallies that drifted and seals those of closed polls',
      environment: {
        RESPONSES_TABLE: responses.table.tableName,
        TALLIES_TABLE: tallies.table.tableName,
        POLLS_TABLE: polls.table.tableName,
        EVENT_BUS: bus.eventBusName,
        GRACE_SECONDS: String(settings.graceSeconds),
        RECHECK_SECONDS: String(
          Math.max(LEAST_RECHECK_SECONDS, 2 * settings.batchingWindowSeconds),
        ),
        SCHEDULE_GROUP: oneOffSchedules.group.scheduleGroupName,
        SCHEDULE_ROLE_ARN: oneOffSchedules.role.roleArn,
        SWEEP_FUNCTION_ARN: arnOfItself(scope, settings),
        ROLLUP_FUNCTION: rollUp.function.functionName,
      },
      timeout: Duration.minutes(15),
      memorySizeMiB: 1024,
      failures,
    });
    responses.grantCount(this);
    tallies.grantRecount(this);
    polls.grantSeal(this);
    bus.grantPutEventsTo(this);
    oneOffSchedules.grantSet(this);
    oneOffSchedules.allowTarget(this);
    rollUp.grantInvoke(this);
  }
}

/** A function's environment cannot refer to the function, but its name is known. */
const arnOfItself = (scope: Construct, settings: Settings): string =>
  Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: stageName(settings, NAME),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
