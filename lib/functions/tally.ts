import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { TallyResponsesEnv } from '../../functions/tally-responses/env.ts';
import type { Settings } from '../../schemas/settings.ts';
import { onFailureTo } from '../constructs/on-failure-to.ts';
import type { Operators } from '../constructs/operators.ts';
import type { PollsTable } from '../constructs/polls-table.ts';
import type { PrivateBucket } from '../constructs/private-bucket.ts';
import type { ResponsesTable } from '../constructs/responses-table.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { TalliesTable } from '../constructs/tallies-table.ts';

const FIVE_MINUTES = Duration.minutes(5);

/** Far beyond the batching window, far below the day that the stream keeps a change. */
const BEHIND = Duration.minutes(10);

/** In five minutes. Two workers a shard that meet now and then lose a few. */
const MANY_LOST_RACES = 100;

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
 * nightly check counts its bucket again. Answers in part (`ReportBatchItemFailures`) are not
 * asked for: counting a whole batch again does no harm, while an answer that by mistake names
 * nothing would count as success.
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
    polls.grantSlow(this);
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

  /**
   * Tells the operators when counting fails, falls behind, finds what it cannot count, or makes
   * an organization's new responses wait.
   */
  watchedBy(operators: Operators): void {
    this.watchErrors(operators, {
      errorImpact:
        'Answers are kept but not counted: interim figures grow old. The final count waits for it to be mended.',
      // What few people send is given up after ten attempts, sooner than a third period begins.
      badPeriods: 2,
    });
    this.watchDuration(operators, {
      errorImpact: 'Counting is about to be cut off and begin again: interim figures grow old.',
      badPeriods: 2,
    });
    operators.watch(this, 'Behind', {
      name: 'tally-behind',
      errorImpact: 'Answers are kept but counted late: interim figures are older than they say.',
      metric: this.function.metric('IteratorAge', { statistic: 'Maximum', period: FIVE_MINUTES }),
      threshold: BEHIND.toMilliseconds(),
      periods: 3,
      silence: {
        means: 'good',
        because: 'A stream that nobody writes to is read, and says nothing.',
      },
    });
    this.watchCount(operators, 'Contention', {
      name: 'tally-contention',
      errorImpact:
        'Workers count the same answers again and again: figures grow old, and cost rises.',
      metric: this.counted('LostRaces', 'Sum', FIVE_MINUTES),
      threshold: MANY_LOST_RACES,
      periods: 3,
      countedWhere: 'a race was lost',
    });
    this.watchCount(operators, 'Uncountable', {
      name: 'records-uncountable',
      errorImpact:
        'Answers lie in the table that no count will find: they may be missing in the end.',
      metric: this.counted('UnprocessableRecords', 'Sum', FIVE_MINUTES),
      countedWhere: 'there are such records',
    });
    // Seen here, a flood is seen by whichever function it came in.
    this.watchCount(operators, 'Slowed', {
      name: 'submissions-slowed',
      errorImpact:
        'Answers for one organization come unusually fast: people there are asked to wait, and the answers may be a flood.',
      metric: this.counted('OrganizationsSlowed', 'Sum', FIVE_MINUTES),
      countedWhere: 'an organization is, or should have been, slowed',
    });
  }
}
