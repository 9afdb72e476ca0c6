import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ServeReportsEnv } from '../../functions/serve-reports/env.ts';
import type { Settings, TokenIssuer } from '../../schemas/settings.ts';
import type { Operators } from '../constructs/operators.ts';
import type { PollsTable } from '../constructs/polls-table.ts';
import type { PrivateBucket } from '../constructs/private-bucket.ts';
import { ServiceFunction } from '../constructs/service-function.ts';

/** Properties of {@link Reports}. */
export interface ReportsProps {
  readonly settings: Settings;
  readonly polls: PollsTable;
  readonly reports: PrivateBucket;
  readonly tokenIssuer: TokenIssuer;
}

/** Serves what was released, to planners or to anyone, as the poll says. */
export class Reports extends ServiceFunction<ServeReportsEnv> {
  constructor(scope: Construct, id: string, props: ReportsProps) {
    const { settings, polls, reports, tokenIssuer } = props;
    super(scope, id, {
      settings,
      name: 'reports',
      folder: 'serve-reports',
      description: 'Lists and serves the files of released reports',
      environment: {
        POLLS_TABLE: polls.table.tableName,
        REPORTS_BUCKET: reports.bucket.bucketName,
        TOKEN_ISSUER: tokenIssuer.url,
        TOKEN_AUDIENCE: tokenIssuer.audience,
        TOKEN_JWKS_URI: tokenIssuer.jwksUri,
        ROLES_CLAIM: tokenIssuer.rolesClaim,
      },
      timeout: Duration.seconds(20),
      memorySizeMiB: 1024,
    });
    polls.grantRead(this);
    reports.grantReadObjects(this);
  }

  /** Tells the operators when planners wait too long for a report. */
  watchedBy(operators: Operators): void {
    this.watchDuration(operators, {
      errorImpact: 'Planners wait for reports, and some downloads fail.',
      badPeriods: 2,
    });
  }
}
