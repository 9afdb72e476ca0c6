import {
  AttributeType,
  Billing,
  type ITableV2,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { RestoredTables, Settings } from '../../schemas/settings.ts';
import { dataProtection } from './data-protection.ts';
import { stageName } from './stage-name.ts';

/** How far back a table can be restored. The form's privacy text promises no more. */
export const RECOVERY_DAYS = 7;

/** Properties of {@link keyedTable}. */
export interface KeyedTableProps
  extends Pick<
    TablePropsV2,
    'dynamoStream' | 'resourcePolicy' | 'streamResourcePolicy' | 'timeToLiveAttribute'
  > {
  readonly settings: Settings;
  /** Last part of the table's name, such as `responses`. */
  readonly name: keyof RestoredTables;
}

/**
 * A table with the keys `pk` and `sk`, on demand, encrypted, recoverable, and with a name of
 * its own: a table without one is replaced, and so emptied, by a change that CloudFormation
 * cannot make in place.
 *
 * Where the settings name a table that was restored, that one is used; the stage's own stays.
 */
export const keyedTable = (scope: Construct, props: KeyedTableProps): ITableV2 => {
  const { settings, name, ...options } = props;
  const own = new TableV2(scope, 'Table', {
    tableName: stageName(settings, name),
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.awsManagedKey(),
    pointInTimeRecoverySpecification: {
      pointInTimeRecoveryEnabled: true,
      recoveryPeriodInDays: RECOVERY_DAYS,
    },
    ...dataProtection(settings),
    ...options,
  });
  const restored = settings.restoredTables[name];
  return restored ? restoredTable(scope, restored) : (own as ITableV2);
};

const restoredTable = (
  scope: Construct,
  { name, streamArn }: { readonly name: string; readonly streamArn?: string },
): ITableV2 =>
  TableV2.fromTableAttributes(scope, 'Restored', {
    tableName: name,
    ...(streamArn && { tableStreamArn: streamArn }),
  });
