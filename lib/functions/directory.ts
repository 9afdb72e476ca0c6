import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DescribePollEnv } from '../../functions/describe-poll/env.ts';
import type { Settings } from '../../schemas/settings.ts';
import type { Operators } from '../constructs/operators.ts';
import type { PollsTable } from '../constructs/polls-table.ts';
import { ServiceFunction } from '../constructs/service-function.ts';

/** Properties of {@link Directory}. */
export interface DirectoryProps {
  readonly settings: Settings;
  readonly polls: PollsTable;
}

/** Tells anyone what a poll asks and what an organization is called; answers unknown paths. */
export class Directory extends ServiceFunction<DescribePollEnv> {
  constructor(scope: Construct, id: string, { settings, polls }: DirectoryProps) {
    super(scope, id, {
      settings,
      name: 'directory',
      folder: 'describe-poll',
      description: 'Describes polls and organizations to anyone',
      environment: { POLLS_TABLE: polls.table.tableName },
      timeout: Duration.seconds(10),
      memorySizeMiB: 512,
    });
    polls.grantReadItem(this);
  }

  /** Tells the operators when people wait too long to see what is asked. */
  watchedBy(operators: Operators): void {
    this.watchDuration(operators, {
      errorImpact: 'People who want to answer wait for the questions, and some do not see them.',
      badPeriods: 2,
    });
  }
}
