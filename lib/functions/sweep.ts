import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { SweepTalliesEnv } from '../../functions/sweep-tallies/env.ts';
import type { Settings } from '../../schemas/settings.ts';
import { expectedEvery, reportedEvery } from '../constructs/expected-every.ts';
import type { Operators } from '../constructs/operators.ts';
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
const ONE_HOUR = Duration.hours(1);
const ONE_DAY = Duration.days(1);

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

  /** How many tallies had drifted from their responses. */
  drifted(period: Duration): Metric {
    return this.counted('DriftedBuckets', 'Sum', period);
  }

  /** Tells the operators when checks or seals fail, or do not happen, and what they found. */
  watchedBy(operators: Operators, { rollUpMinutes }: Pick<Settings, 'rollUpMinutes'>): void {
    this.watchErrors(operators, {
      errorImpact:
        'Tallies are not checked, and a poll that closed is not sealed: its final figures wait.',
      badPeriods: 1,
    });
    this.watchDuration(operators, {
      errorImpact:
        'A check or the final count is about to be cut off: final figures may come late.',
      badPeriods: 1,
    });
    this.watchCount(operators, 'Drift', {
      name: 'drift-found',
      errorImpact:
        'Figures that were released may have lacked some answers. They are counted now; the final figures hold them.',
      metric: this.drifted(ONE_HOUR),
      countedWhere: 'suspects were looked at again',
    });
    this.watchCount(operators, 'SealedEarly', {
      name: 'sealed-early',
      errorImpact:
        'Tallies are closed while people still answer: their answers would miss the final count.',
      // Looked for as often as what is due is sealed.
      metric: this.counted('BucketsSealedEarly', 'Sum', reportedEvery(rollUpMinutes)),
      countedWhere: 'there are such tallies',
    });
    const { period, periods, warmUp } = expectedEvery(ONE_DAY.toMinutes());
    operators.watch(this, 'CheckLate', {
      name: 'check-late',
      errorImpact:
        'Tallies are not compared with the answers: what drifts or is sealed too early is not found, and interim figures may lack answers.',
      metric: this.counted('FinishedChecks', 'Sum', period),
      threshold: 1,
      badBelow: true,
      periods,
      warmUp,
      silence: { means: 'bad', because: 'Every night a check ends, be there a poll or not.' },
    });
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
