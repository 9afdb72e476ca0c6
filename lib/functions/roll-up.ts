import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { RollUpEnv } from '../../functions/roll-up-tallies/env.ts';
import type { Settings } from '../../schemas/settings.ts';
import type { PollsTable } from '../constructs/polls-table.ts';
import type { PrivateBucket } from '../constructs/private-bucket.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { TalliesTable } from '../constructs/tallies-table.ts';

/** Properties of {@link RollUp}. */
export interface RollUpProps {
  readonly settings: Settings;
  readonly tallies: TalliesTable;
  readonly polls: PollsTable;
  readonly checkpoints: PrivateBucket;
  readonly reports: PrivateBucket;
  readonly bus: EventBus;
  readonly failures: PrivateBucket;
}

/** Ranks what was tallied and publishes it. It cannot read a response. */
export class RollUp extends ServiceFunction<RollUpEnv> {
  constructor(scope: Construct, id: string, props: RollUpProps) {
    const { settings, tallies, polls, checkpoints, reports, bus, failures } = props;
    super(scope, id, {
      settings,
      name: 'rollup',
      folder: 'roll-up-tallies',
      description: 'Ranks what was tallied and publishes reports',
      environment: {
        TALLIES_TABLE: tallies.table.tableName,
        POLLS_TABLE: polls.table.tableName,
        CHECKPOINTS_BUCKET: checkpoints.bucket.bucketName,
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
    reports.grantReadWriteObjects(this);
    bus.grantPutEventsTo(this);
  }
}
