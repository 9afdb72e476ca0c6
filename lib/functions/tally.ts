import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { TallyResponsesEnv } from '../../functions/tally-responses/env.ts';
import type { Settings } from '../../schemas/settings.ts';
import { onFailureTo } from '../constructs/on-failure-to.ts';
import type { PollsTable } from '../constructs/polls-table.ts';
import type { PrivateBucket } from '../constructs/private-bucket.ts';
import type { ResponsesTable } from '../constructs/responses-table.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { TalliesTable } from '../constructs/tallies-table.ts';

/** Properties of {@link Tally}. */
export interface TallyProps {
  readonly settings: Settings;
  readonly responses: ResponsesTable;
  readonly tallies: TalliesTable;
  readonly polls: PollsTable;
  readonly bus: EventBus;
  readonly failures: PrivateBucket;
}

/**
 * Counts anew each bucket that the stream says was touched. A batch that fails is halved until
 * the change that fails stands alone; what is given up lies in the failures bucket, and the
 * nightly check counts its bucket again.
 */
export class Tally extends ServiceFunction<TallyResponsesEnv> {
  constructor(scope: Construct, id: string, props: TallyProps) {
    const { settings, responses, tallies, polls, bus, failures } = props;
    super(scope, id, {
      settings,
      name: 'tally',
      folder: 'tally-responses',
      description: 'Counts anew the buckets whose responses changed',
      environment: {
        RESPONSES_TABLE: responses.table.tableName,
        TALLIES_TABLE: tallies.table.tableName,
        POLLS_TABLE: polls.table.tableName,
        EVENT_BUS: bus.eventBusName,
      },
      timeout: Duration.minutes(2),
      memorySizeMiB: 512,
    });
    responses.grantCount(this);
    tallies.grantRecount(this);
    polls.grantReadItem(this);
    bus.grantPutEventsTo(this);
    this.function.addEventSource(
      new DynamoEventSource(responses.table as ITable, {
        // A stream read from its end would skip what came before the first poll of it.
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 500,
        maxBatchingWindow: Duration.seconds(settings.batchingWindowSeconds),
        parallelizationFactor: 2,
        bisectBatchOnError: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(6),
        onFailure: onFailureTo(failures),
      }),
    );
  }
}
