import { Aws, type CfnResource, Duration, Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import { acknowledge, acknowledgePattern } from './acknowledge.ts';
import { denyStrangers, type ObjectReservations, reserveObjects } from './bucket-policy.ts';
import { dataProtection } from './data-protection.ts';
import { stageName } from './stage-name.ts';

const UNFINISHED_UPLOAD_DAYS = 1;

/** Properties of {@link PrivateBucket}. */
export interface PrivateBucketProps extends Pick<BucketProps, 'versioned'> {
  readonly settings: Settings;
  /** What the bucket holds, such as `reports`; part of its name. */
  readonly name: string;
  /** Days after which objects are deleted; never, unless set. */
  readonly expiryDays?: number;
  /** Who alone may do what, whatever anyone is granted; nothing is reserved, unless set. */
  readonly reserved?: ObjectReservations;
  /** Where it is noted who asked for what. */
  readonly accessLog?: PrivateBucket;
  /** Why that is noted nowhere. */
  readonly noAccessLogBecause?: string;
}

/** A bucket that nobody reaches but by a grant: private, encrypted, over TLS alone. */
export class PrivateBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const { settings, name, expiryDays, reserved = {}, accessLog, ...rest } = props;
    const { noAccessLogBecause, ...options } = rest;
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: `${stageName(settings, name)}-${Aws.ACCOUNT_ID}-${settings.region}`,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: dataProtection(settings).removalPolicy,
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(UNFINISHED_UPLOAD_DAYS),
          ...(expiryDays === undefined ? {} : { expiration: Duration.days(expiryDays) }),
        },
      ],
      ...(accessLog && {
        serverAccessLogsBucket: accessLog.bucket as IBucket,
        serverAccessLogsPrefix: `${name}/`,
      }),
      ...options,
    });
    if (noAccessLogBecause) acknowledge(this.bucket, 'AwsSolutions-S1', noAccessLogBecause);
    denyStrangers(this.bucket);
    reserveObjects(settings, this.bucket, reserved);
    // A bucket that outlives its stack without its policy would be open to any administrator.
    this.bucket.policy?.applyRemovalPolicy(dataProtection(settings).removalPolicy);
  }

  /** Allows to read objects whose keys are known. */
  grantReadObjects(grantee: IGrantable): void {
    this.grantOnObjects(grantee, 's3:GetObject');
  }

  /**
   * Allows to read objects, and to see that a key holds nothing, which S3 says only to those who
   * may list the bucket.
   */
  grantLookUpObjects(grantee: IGrantable): void {
    this.grantReadObjects(grantee);
    this.grantList(grantee);
  }

  /** Allows to read and to put objects; a key that holds nothing reads as missing. */
  grantReadWriteObjects(grantee: IGrantable): void {
    this.grantOnObjects(grantee, 's3:GetObject', 's3:PutObject');
    this.grantList(grantee);
  }

  /** The same, and to delete them when they are not needed any more. */
  grantKeepObjects(grantee: IGrantable): void {
    this.grantReadWriteObjects(grantee);
    this.grantOnObjects(grantee, 's3:DeleteObject');
  }

  /** Allows to put objects, as the destination of what failed. */
  grantPutObjects(grantee: IGrantable): void {
    this.grantOnObjects(grantee, 's3:PutObject');
    this.grantList(grantee);
  }

  private grantOnObjects(grantee: IGrantable, ...actions: string[]): void {
    Grant.addToPrincipal({ grantee, actions, resourceArns: [this.bucket.arnForObjects('*')] });
    const id = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnResource);
    acknowledgePattern(
      grantee,
      `<${id}.Arn>/*`,
      'Keys of objects are made as polls go; the actions are named, and the bucket reserves them.',
    );
  }

  private grantList(grantee: IGrantable): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['s3:ListBucket'],
      resourceArns: [this.bucket.bucketArn],
    });
  }
}
