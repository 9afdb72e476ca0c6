import {
  AttributeType,
  Billing,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import { dataProtection } from './data-protection.ts';
import { stageName } from './stage-name.ts';

/** How far back a table can be restored. The form's privacy text promises no more. */
export const RECOVERY_DAYS = 7;

/** Properties of {@link keyedTable}. */
export interface KeyedTableProps
  extends Pick<TablePropsV2, 'dynamoStream' | 'timeToLiveAttribute'> {
  readonly settings: Settings;
  /** Last part of the table's name, such as `responses`. */
  readonly name: string;
}

/**
 * A table with the keys `pk` and `sk`, on demand, encrypted, recoverable, and with a name of
 * its own: a table without one is replaced, and so emptied, by a change that CloudFormation
 * cannot make in place.
 */
export const keyedTable = (scope: Construct, props: KeyedTableProps): TableV2 => {
  const { settings, name, ...options } = props;
  return new TableV2(scope, 'Table', {
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
};
