/** What a command of the AWS CLI asks of tables, streams and buckets that have a policy. */
export interface CommandNeed {
  readonly actions: readonly string[];
  /** Names of what it is used on, as in `bucket/reports`; of nothing that has a policy, if none. */
  readonly on: readonly string[];
  /** Whether that policy has to be taken off first. */
  readonly onceLifted?: boolean;
}

const TABLES = ['table/responses', 'table/tallies', 'table/polls'];
const RESERVED_BUCKETS = ['bucket/checkpoints', 'bucket/participation', 'bucket/reports'];
const [FAILURES, LOG] = ['bucket/failures', 'bucket/access-log'];
const OPEN_BUCKETS = [FAILURES, LOG];
const BUCKETS = [...RESERVED_BUCKETS, ...OPEN_BUCKETS];

/** Of lists, and of what has no policy of its own: backups, or the bucket that data moves in. */
const OF_NOTHING_GUARDED: readonly CommandNeed[] = [];

const onTables = (name: string): readonly CommandNeed[] => [
  { actions: [`dynamodb:${name}`], on: TABLES },
];
const onBuckets = (name: string): readonly CommandNeed[] => [
  { actions: [`s3:${name}`], on: BUCKETS },
];
const toEmpty = (
  actions: readonly string[],
  lifted: readonly string[],
  open: readonly string[],
): readonly CommandNeed[] => [
  { actions, on: lifted, onceLifted: true },
  { actions, on: open },
];

/**
 * Every command on tables, streams and buckets that the pages for engineers have. A transfer by
 * `aws s3` lists what is there and reads or writes it.
 */
export const COMMAND_NEEDS: Readonly<Record<string, readonly CommandNeed[]>> = {
  'dynamodb delete-item': [{ actions: ['dynamodb:DeleteItem'], on: TABLES, onceLifted: true }],
  'dynamodb delete-resource-policy': onTables('DeleteResourcePolicy'),
  'dynamodb delete-table': onTables('DeleteTable'),
  'dynamodb describe-export': OF_NOTHING_GUARDED,
  'dynamodb describe-import': OF_NOTHING_GUARDED,
  'dynamodb describe-table': onTables('DescribeTable'),
  'dynamodb export-table-to-point-in-time': [
    {
      actions: ['dynamodb:ExportTableToPointInTime'],
      on: ['table/responses'],
      onceLifted: true,
    },
    { actions: ['dynamodb:ExportTableToPointInTime'], on: ['table/polls'] },
  ],
  'dynamodb get-resource-policy': onTables('GetResourcePolicy'),
  'dynamodb import-table': OF_NOTHING_GUARDED,
  'dynamodb list-backups': OF_NOTHING_GUARDED,
  'dynamodb list-tables': OF_NOTHING_GUARDED,
  'dynamodb put-resource-policy': [
    { actions: ['dynamodb:PutResourcePolicy'], on: [...TABLES, 'stream/responses'] },
  ],
  'dynamodb query': [
    {
      actions: ['dynamodb:Query'],
      on: ['table/responses', 'table/tallies'],
      onceLifted: true,
    },
  ],
  // The table that it makes has no policy yet.
  'dynamodb restore-table-from-backup': OF_NOTHING_GUARDED,
  'dynamodb restore-table-to-point-in-time': onTables('RestoreTableToPointInTime'),
  'dynamodb scan': [{ actions: ['dynamodb:Scan'], on: ['table/responses'], onceLifted: true }],
  'dynamodb update-continuous-backups': onTables('UpdateContinuousBackups'),
  'dynamodb update-table': onTables('UpdateTable'),
  'dynamodb update-time-to-live': onTables('UpdateTimeToLive'),
  'dynamodb wait': onTables('DescribeTable'),
  's3 cp': [{ actions: ['s3:ListBucket', 's3:GetObject'], on: ['bucket/failures'] }],
  's3 ls': OF_NOTHING_GUARDED,
  's3 mb': OF_NOTHING_GUARDED,
  's3 rb': OF_NOTHING_GUARDED,
  's3 rm': OF_NOTHING_GUARDED,
  's3 sync': [
    {
      actions: ['s3:ListBucket', 's3:GetObject', 's3:PutObject'],
      on: RESERVED_BUCKETS,
      onceLifted: true,
    },
  ],
  's3api delete-bucket': onBuckets('DeleteBucket'),
  's3api delete-bucket-policy': onBuckets('DeleteBucketPolicy'),
  's3api delete-objects': toEmpty(
    ['s3:DeleteObject', 's3:DeleteObjectVersion'],
    [...RESERVED_BUCKETS, LOG],
    [FAILURES],
  ),
  's3api get-bucket-policy': onBuckets('GetBucketPolicy'),
  's3api list-buckets': OF_NOTHING_GUARDED,
  's3api list-object-versions': toEmpty(['s3:ListBucketVersions'], RESERVED_BUCKETS, OPEN_BUCKETS),
  's3api put-bucket-policy': onBuckets('PutBucketPolicy'),
};
