import type { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type ITableV2, StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import { keyedTable } from './keyed-table.ts';
import { type AllowedRoles, REACHING_ITEMS, streamPolicy, tablePolicy } from './table-policy.ts';

const WRITERS = ['intake', 'form'];

/** Who reaches answers, whatever anyone is granted elsewhere. */
const ALLOWED: AllowedRoles = {
  'dynamodb:GetItem': ['intake'],
  'dynamodb:PutItem': WRITERS,
  'dynamodb:UpdateItem': WRITERS,
  'dynamodb:Query': ['tally', 'sweep'],
};
const STREAM_READERS = ['tally'];

/** Properties of {@link ResponsesTable}. */
export interface ResponsesTableProps {
  readonly settings: Settings;
}

/**
 * People's answers. Its stream says where something changed, never what. Nothing can list or
 * scan the table: intake reaches an item whose key it can make from a receipt, counting reads
 * one bucket of one organization. The table's own policy keeps everyone else out.
 */
export class ResponsesTable extends Construct {
  readonly table: ITableV2;

  constructor(scope: Construct, id: string, { settings }: ResponsesTableProps) {
    super(scope, id);
    this.table = keyedTable(this, {
      settings,
      name: 'responses',
      dynamoStream: StreamViewType.KEYS_ONLY,
      timeToLiveAttribute: 'expiresAt',
      resourcePolicy: tablePolicy(settings, REACHING_ITEMS, ALLOWED),
      streamResourcePolicy: streamPolicy(settings, STREAM_READERS),
    });
  }

  /**
   * How often a response was taken in or changed. A write that was refused, because a newer one
   * is there, costs capacity, too, but changes nothing and is not in it. Nor are withdrawals,
   * which are few and put a tombstone: each metric of an alarm costs.
   */
  writes(period: Duration): Metric {
    return new Metric({
      namespace: 'AWS/DynamoDB',
      metricName: 'SuccessfulRequestLatency',
      dimensionsMap: { TableName: this.table.tableName, Operation: 'UpdateItem' },
      statistic: 'SampleCount',
      period,
    });
  }

  /** Allows to read and to write one response at a time, by its whole key. */
  grantReadWriteItem(grantee: IGrantable): void {
    this.table.grants.actions(grantee, 'dynamodb:GetItem');
    this.grantWriteItem(grantee);
  }

  /**
   * Allows to write one response at a time, by its whole key: a submission updates, a withdrawal
   * puts. A conditional write can ask what it found under its key (`ReturnValues`, and
   * `ReturnValuesOnConditionCheckFailure`, which no condition of IAM is known to govern), so
   * whoever may write learns that; it can ask for no other item, and list none.
   */
  grantWriteItem(grantee: IGrantable): void {
    this.table.grants.actions(grantee, 'dynamodb:PutItem', 'dynamodb:UpdateItem');
  }

  /** Allows to read the responses of an organization for counting. */
  grantCount(grantee: IGrantable): void {
    this.table.grants.actions(grantee, 'dynamodb:Query');
  }
}
