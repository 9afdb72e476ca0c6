/** What someone could want to do with the items of a table. */
export const ITEM_ACTIONS = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'dynamodb:ConditionCheckItem',
  'dynamodb:PartiQLSelect',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
  'dynamodb:ExportTableToPointInTime',
  'dynamodb:CreateBackup',
  'dynamodb:EnableKinesisStreamingDestination',
  'dynamodb:UpdateKinesisStreamingDestination',
] as const;

/** What whoever runs a table must be able to do, its policy first of all. */
export const TABLE_ADMINISTRATION = [
  'dynamodb:GetResourcePolicy',
  'dynamodb:PutResourcePolicy',
  'dynamodb:DeleteResourcePolicy',
  'dynamodb:DescribeTable',
  'dynamodb:UpdateTable',
  'dynamodb:DeleteTable',
  'dynamodb:DescribeContinuousBackups',
  'dynamodb:UpdateContinuousBackups',
  'dynamodb:RestoreTableToPointInTime',
  'dynamodb:UpdateTimeToLive',
  'dynamodb:TagResource',
] as const;

export const STREAM_ACTIONS = ['dynamodb:GetRecords', 'dynamodb:GetShardIterator'] as const;

export const STREAM_ADMINISTRATION = [
  'dynamodb:GetResourcePolicy',
  'dynamodb:PutResourcePolicy',
  'dynamodb:DeleteResourcePolicy',
  'dynamodb:DescribeStream',
] as const;

export const OBJECT_ACTIONS = [
  's3:GetObject',
  's3:GetObjectVersion',
  's3:GetObjectAttributes',
  's3:PutObject',
  's3:PutObjectTagging',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
] as const;

export const LISTING_ACTIONS = ['s3:ListBucket', 's3:ListBucketVersions'] as const;

export const BUCKET_ADMINISTRATION = [
  's3:GetBucketPolicy',
  's3:PutBucketPolicy',
  's3:DeleteBucketPolicy',
  's3:PutLifecycleConfiguration',
  's3:PutEncryptionConfiguration',
  's3:PutBucketVersioning',
  's3:DeleteBucket',
] as const;

type Actions = {
  readonly onWhatItHolds: readonly string[];
  readonly administration: readonly string[];
};

const ACTIONS: Readonly<Record<string, Actions>> = {
  table: { onWhatItHolds: ITEM_ACTIONS, administration: TABLE_ADMINISTRATION },
  stream: { onWhatItHolds: STREAM_ACTIONS, administration: STREAM_ADMINISTRATION },
  bucket: {
    onWhatItHolds: [...OBJECT_ACTIONS, ...LISTING_ACTIONS],
    administration: BUCKET_ADMINISTRATION,
  },
};

/** The actions that matter on `table/...`, `stream/...` or `bucket/...`. */
export const actionsOn = (name: string): Actions => {
  const actions = ACTIONS[name.split('/')[0] ?? ''];
  if (!actions) throw new Error(`no actions are known on ${name}`);
  return actions;
};

/** What an action is asked for on: of a bucket, an object in it where the action is one on those. */
export const resourceFor = (action: string, arn: string): string =>
  (OBJECT_ACTIONS as readonly string[]).includes(action) ? `${arn}/polls/spring/a-file` : arn;
