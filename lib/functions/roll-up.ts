import { Duration } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { RollUpEnv } from '../../functions/roll-up-tallies/env.ts';
import type { Settings } from '../../schemas/settings.ts';
import { expectedEvery, reportedEvery } from '../constructs/expected-every.ts';
import type { Operators } from '../constructs/operators.ts';
import type { PollsTable } from '../constructs/polls-table.ts';
import type { PrivateBucket } from '../constructs/private-bucket.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { TalliesTable } from '../constructs/tallies-table.ts';

/** Hours that figures may be withheld before someone should look. */
const LATE_HOURS = 24;

/** Properties of {@link RollUp}. */
export interface RollUpProps {
  readonly settings: Settings;
  readonly tallies: TalliesTable;
  readonly polls: PollsTable;
  readonly checkpoints: PrivateBucket;
  readonly participation: PrivateBucket;
  readonly reports: PrivateBucket;
  readonly bus: EventBus;
  readonly failures: PrivateBucket;
}

/** Ranks what was tallied and publishes it. It cannot read a response. */
export class RollUp extends ServiceFunction<RollUpEnv> {
  constructor(scope: Construct, id: string, props: RollUpProps) {
    const { settings, tallies, polls, checkpoints, participation, reports, bus, failures } = props;
    super(scope, id, {
      settings,
      name: 'rollup',
      folder: 'roll-up-tallies',
      description: 'Ranks what was tallied and publishes reports',
      environment: {
        TALLIES_TABLE: tallies.table.tableName,
        POLLS_TABLE: polls.table.tableName,
        CHECKPOINTS_BUCKET: checkpoints.bucket.bucketName,
        PARTICIPATION_BUCKET: participation.bucket.bucketName,
        REPORTS_BUCKET: reports.bucket.bucketName,
        EVENT_BUS: bus.eventBusName,
      },
      timeout: Duration.minutes(10),
      memorySizeMiB: 1769,
      failures,
    });
    tallies.grantReadPoll(this);
    polls.grantRelease(this);
    checkpoints.grantKeepObjects(this);
    participation.grantKeepObjects(this);
    reports.grantReadWriteObjects(this);
    bus.grantPutEventsTo(this);
  }

  /** For how long the poll that waits longest has waited for figures. */
  hoursWithoutRelease(period: Duration): Metric {
    return this.counted('HoursWithoutRelease', 'Maximum', period);
  }

  /** Tells the operators when releases fail, do not happen, or are withheld. */
  watchedBy(operators: Operators, { rollUpMinutes }: Pick<Settings, 'rollUpMinutes'>): void {
    this.watchErrors(operators, {
      errorImpact: 'Nothing new is released: planners read older figures. No answer is lost.',
      badPeriods: 1,
    });
    this.watchDuration(operators, {
      errorImpact: 'A release is about to be cut off: planners may go on reading older figures.',
      badPeriods: 1,
    });
    const { period, periods, warmUp } = expectedEvery(rollUpMinutes);
    operators.watch(this, 'Late', {
      name: 'rollup-late',
      errorImpact: 'Nobody rolls up: planners read older figures, and final ones do not come.',
      metric: this.function.metricInvocations({ statistic: 'Sum', period }),
      threshold: 1,
      badBelow: true,
      periods,
      warmUp,
      silence: { means: 'bad', because: 'A schedule calls it whether there is a poll or not.' },
    });
    operators.watch(this, 'Withheld', {
      name: 'release-withheld',
      errorImpact:
        'Figures that planners wait for are a day late: the poll is not sealed, or the rules that protect people let nothing out.',
      metric: this.hoursWithoutRelease(reportedEvery(rollUpMinutes)),
      threshold: LATE_HOURS,
      periods: 1,
      silence: { means: 'good', because: 'That nobody rolls up is told by rollup-late.' },
    });
  }
}
