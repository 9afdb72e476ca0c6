import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { RenderFormEnv } from '../../functions/render-form/env.ts';
import type { Settings } from '../../schemas/settings.ts';
import type { Operators } from '../constructs/operators.ts';
import type { PollsTable } from '../constructs/polls-table.ts';
import type { ResponsesTable } from '../constructs/responses-table.ts';
import { ServiceFunction } from '../constructs/service-function.ts';

/** Properties of {@link Form}. */
export interface FormProps {
  readonly settings: Settings;
  readonly responses: ResponsesTable;
  readonly polls: PollsTable;
}

/**
 * Shows the form and takes native posts of it. It can write a response, and of what is kept sees
 * only what such a write finds under its own key. What it writes is written under the same limits
 * of time as intake's.
 */
export class Form extends ServiceFunction<RenderFormEnv> {
  constructor(scope: Construct, id: string, { settings, responses, polls }: FormProps) {
    super(scope, id, {
      settings,
      name: 'form',
      folder: 'render-form',
      description: 'Renders the form and takes its native posts',
      environment: {
        RESPONSES_TABLE: responses.table.tableName,
        POLLS_TABLE: polls.table.tableName,
        CACHE_SECONDS: String(settings.cacheSeconds),
        SITE_URL: settings.siteUrl,
        TIME_ZONE: settings.timeZone,
      },
      timeout: Duration.seconds(settings.intakeTimeoutSeconds),
      memorySizeMiB: 512,
    });
    responses.grantWriteItem(this);
    polls.grantReadItem(this);
  }

  /** Tells the operators when people wait too long for the form, or for what they posted. */
  watchedBy(operators: Operators): void {
    this.watchDuration(operators, {
      errorImpact: 'People who open the form wait for it, and some do not see it.',
      badPeriods: 2,
    });
  }
}
