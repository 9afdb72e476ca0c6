import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CollectResponseEnv } from '../../functions/collect-response/env.ts';
import type { Settings } from '../../schemas/settings.ts';
import type { Operators } from '../constructs/operators.ts';
import type { PollsTable } from '../constructs/polls-table.ts';
import type { ResponsesTable } from '../constructs/responses-table.ts';
import { ServiceFunction } from '../constructs/service-function.ts';

/** Properties of {@link Intake}. */
export interface IntakeProps {
  readonly settings: Settings;
  readonly responses: ResponsesTable;
  readonly polls: PollsTable;
}

/** Takes in a response, gives it back to its holder, and withdraws it. */
export class Intake extends ServiceFunction<CollectResponseEnv> {
  constructor(scope: Construct, id: string, { settings, responses, polls }: IntakeProps) {
    super(scope, id, {
      settings,
      name: 'intake',
      folder: 'collect-response',
      description: 'Takes in, shows and withdraws one response',
      environment: {
        RESPONSES_TABLE: responses.table.tableName,
        POLLS_TABLE: polls.table.tableName,
        CACHE_SECONDS: String(settings.cacheSeconds),
      },
      timeout: Duration.seconds(settings.intakeTimeoutSeconds),
      memorySizeMiB: 512,
    });
    responses.grantReadWriteItem(this);
    polls.grantReadItem(this);
  }

  /** Tells the operators when people wait too long. */
  watchedBy(operators: Operators): void {
    this.watchDuration(operators, {
      errorImpact: 'People who send their answers wait, and some have to send them again.',
      badPeriods: 2,
    });
  }
}
