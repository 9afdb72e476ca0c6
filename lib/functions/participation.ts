import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ShowParticipationEnv } from '../../functions/show-participation/env.ts';
import type { Settings } from '../../schemas/settings.ts';
import type { Operators } from '../constructs/operators.ts';
import type { PollsTable } from '../constructs/polls-table.ts';
import type { PrivateBucket } from '../constructs/private-bucket.ts';
import { ServiceFunction } from '../constructs/service-function.ts';

/** Properties of {@link Participation}. */
export interface ParticipationProps {
  readonly settings: Settings;
  readonly polls: PollsTable;
  readonly participation: PrivateBucket;
  readonly rolesClaim: string;
}

/** Shows how many have answered. It reaches neither answers nor tallies. */
export class Participation extends ServiceFunction<ShowParticipationEnv> {
  constructor(scope: Construct, id: string, props: ParticipationProps) {
    const { settings, polls, participation, rolesClaim } = props;
    super(scope, id, {
      settings,
      name: 'participation',
      folder: 'show-participation',
      description: 'Shows coordinators and administrators how many have answered',
      environment: {
        POLLS_TABLE: polls.table.tableName,
        PARTICIPATION_BUCKET: participation.bucket.bucketName,
        ROLES_CLAIM: rolesClaim,
      },
      timeout: Duration.seconds(20),
      memorySizeMiB: 512,
    });
    polls.grantRead(this);
    participation.grantLookUpObjects(this);
  }

  /** Tells the operators when coordinators wait too long. */
  watchedBy(operators: Operators): void {
    this.watchDuration(operators, {
      errorImpact: 'Coordinators and administrators wait to see how many have answered.',
      badPeriods: 2,
    });
  }
}
