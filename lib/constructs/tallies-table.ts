import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import { keyedTable } from './keyed-table.ts';
import { type AllowedRoles, REACHING_ITEMS, tablePolicy } from './table-policy.ts';

/** Who reaches counts, whatever anyone is granted elsewhere. */
const ALLOWED: AllowedRoles = {
  'dynamodb:GetItem': ['tally', 'sweep'],
  'dynamodb:PutItem': ['tally', 'sweep'],
  'dynamodb:Query': ['rollup'],
};

/** Properties of {@link TalliesTable}. */
export interface TalliesTableProps {
  readonly settings: Settings;
}

/** Counts per bucket, as sensitive as the responses: the tally of one response is that response. */
export class TalliesTable extends Construct {
  readonly table: ITableV2;

  constructor(scope: Construct, id: string, { settings }: TalliesTableProps) {
    super(scope, id);
    this.table = keyedTable(this, {
      settings,
      name: 'tallies',
      timeToLiveAttribute: 'expiresAt',
      resourcePolicy: tablePolicy(settings, REACHING_ITEMS, ALLOWED),
    });
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
