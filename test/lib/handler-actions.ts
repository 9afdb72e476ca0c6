/**
 * What CloudFormation's handlers of the resource types may call, on behalf of whoever deploys:
 * the permissions of `handlers.read`, `update`, `delete` and `list` in the types' schemas of its
 * registry (`aws cloudformation describe-type --type RESOURCE --type-name ...`), on 2026-12-01 as
 * pulumi/pulumi-aws-native keeps them under `aws-cloudformation-schema/`: `aws-s3-bucket.json`
 * (01e4de1), `aws-s3-bucketpolicy.json` (157c65b), `aws-dynamodb-globaltable.json` (050c730). An
 * action that a resource's own policy denies would make a later update fail and roll back.
 *
 * Left out: what is on another service or on no resource, names that no IAM action has (deleting
 * a setting of a bucket is allowed as putting it), and the create handlers, which make a bucket
 * before it has a policy, and a table that holds no item yet.
 */
const named = (service: string, ...names: readonly string[]) =>
  names.map((name) => `${service}:${name}`);

/** Of `AWS::S3::Bucket` and `AWS::S3::BucketPolicy`. */
export const BUCKET_HANDLERS = named(
  's3',
  ...['ListBucket', 'GetBucketPolicy', 'PutBucketPolicy', 'DeleteBucketPolicy', 'DeleteBucket'],
  ...['GetAccelerateConfiguration', 'PutAccelerateConfiguration'],
  ...['GetAnalyticsConfiguration', 'PutAnalyticsConfiguration'],
  ...['GetBucketCORS', 'PutBucketCORS', 'GetBucketLogging', 'PutBucketLogging'],
  ...['GetBucketMetadataTableConfiguration', 'DeleteBucketMetadataTableConfiguration'],
  'CreateBucketMetadataTableConfiguration',
  'UpdateBucketMetadataJournalTableConfiguration',
  'UpdateBucketMetadataInventoryTableConfiguration',
  ...['GetBucketNotification', 'PutBucketNotification'],
  ...['GetBucketObjectLockConfiguration', 'PutBucketObjectLockConfiguration'],
  ...['GetBucketOwnershipControls', 'PutBucketOwnershipControls'],
  ...['GetBucketPublicAccessBlock', 'PutBucketPublicAccessBlock'],
  ...['GetBucketTagging', 'PutBucketTagging', 'GetBucketVersioning', 'PutBucketVersioning'],
  ...['GetBucketWebsite', 'PutBucketWebsite', 'DeleteBucketWebsite', 'PutBucketAcl'],
  ...['GetEncryptionConfiguration', 'PutEncryptionConfiguration'],
  ...['GetIntelligentTieringConfiguration', 'PutIntelligentTieringConfiguration'],
  ...['GetInventoryConfiguration', 'PutInventoryConfiguration'],
  ...['GetLifecycleConfiguration', 'PutLifecycleConfiguration'],
  ...['GetMetricsConfiguration', 'PutMetricsConfiguration'],
  ...['GetReplicationConfiguration', 'PutReplicationConfiguration'],
);

/** Of `AWS::DynamoDB::GlobalTable`; `Describe*` stands there as a pattern. */
export const TABLE_HANDLERS = named(
  'dynamodb',
  ...['DescribeTable', 'DescribeTimeToLive', 'DescribeContinuousBackups'],
  ...['DescribeContributorInsights', 'DescribeKinesisStreamingDestination'],
  ...['DescribeTableReplicaAutoScaling', 'UpdateTableReplicaAutoScaling'],
  ...['UpdateTable', 'DeleteTable', 'CreateTableReplica', 'DeleteTableReplica'],
  ...['UpdateTimeToLive', 'UpdateContinuousBackups', 'UpdateContributorInsights'],
  ...['ListTagsOfResource', 'TagResource', 'UntagResource'],
  ...['GetResourcePolicy', 'PutResourcePolicy', 'DeleteResourcePolicy'],
  'DisableKinesisStreamingDestination',
);

/** The same type's, on the table's stream, whose policy is a property of the table. */
export const STREAM_HANDLERS = named(
  'dynamodb',
  ...['DescribeStream', 'GetResourcePolicy', 'PutResourcePolicy', 'DeleteResourcePolicy'],
);

/**
 * Of `AWS::DynamoDB::GlobalTable`, too, and denied all the same: its update handler lists them for
 * replicas in other Regions ("Using IAM with global tables" in DynamoDB's developer guide: asked
 * for where one is made) and for streams to Kinesis, neither of which any table may have.
 */
export const ONLY_FOR_COPIES = named(
  'dynamodb',
  ...['Query', 'Scan', 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
  ...['EnableKinesisStreamingDestination', 'UpdateKinesisStreamingDestination'],
);
