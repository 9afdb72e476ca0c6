import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import { keyedTable } from './keyed-table.ts';

/** Properties of {@link TalliesTable}. */
export interface TalliesTableProps {
  readonly settings: Settings;
}

/** Counts per bucket, as sensitive as the responses: the tally of one response is that response. */
export class TalliesTable extends Construct {
  readonly table: ITableV2;

  constructor(scope: Construct, id: string, { settings }: TalliesTableProps) {
    super(scope, id);
    this.table = keyedTable(this, { settings, name: 'tallies', timeToLiveAttribute: 'expiresAt' });
  }

  /** Allows to read one tally and to put it back counted anew. */
  grantRecount(grantee: IGrantable): void {
    this.table.grants.actions(grantee, 'dynamodb:GetItem', 'dynamodb:PutItem');
  }

  /** Allows to read the tallies of a whole poll. */
  grantReadPoll(grantee: IGrantable): void {
    this.table.grants.actions(grantee, 'dynamodb:Query');
  }
}
