import { Aws } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Settings } from '../../schemas/settings.ts';
import { reserveFor } from './reserve-for.ts';

/**
 * Last parts of the names of the only roles that may do something with a bucket's objects. What
 * is left out is not reserved: whoever is granted it may.
 */
export interface ObjectReservations {
  readonly readers?: readonly string[];
  readonly writers?: readonly string[];
  readonly deleters?: readonly string[];
  /** Whether the tags of objects are not reserved to those who write them. */
  readonly openTags?: boolean;
  /** Whether AWS services that are allowed to may write, too: they have no role. */
  readonly servicesWrite?: boolean;
}

/** What writes an object, without its tags: S3 has no pattern for the rest of `s3:PutObject*`. */
const WRITES_BUT_TAGS = [
  's3:PutObject',
  's3:PutObjectAcl',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
  's3:PutObjectVersion*',
  's3:AbortMultipartUpload',
  's3:Replicate*',
] as const;

/**
 * Actions on objects, every version and part of them, and on lists of those. Which objects there
 * are now is left: it is the same action as whether there is a bucket, which CloudFormation asks
 * before it changes one. So names, sizes and hashes of objects with counts are made to tell nothing
 * of them (`adapters/s3/unguessable.ts`).
 */
const ACTIONS = {
  readers: {
    onObjects: ['s3:GetObject*', 's3:ListMultipartUploadParts', 's3:RestoreObject'],
    onBucket: ['s3:ListBucketVersions', 's3:ListBucketMultipartUploads'],
  },
  writers: {
    onObjects: ['s3:PutObject*', 's3:AbortMultipartUpload', 's3:Replicate*'],
    onBucket: [],
  },
  deleters: { onObjects: ['s3:DeleteObject*'], onBucket: [] },
} as const;

const BUT_SERVICES = { Bool: { 'aws:PrincipalIsAWSService': 'false' } };

/** Adds what a bucket's own policy denies, whatever anyone is granted elsewhere. */
export const reserveObjects = (
  settings: Pick<Settings, 'stage'>,
  bucket: Bucket,
  reservations: ObjectReservations,
): void => {
  for (const who of ['readers', 'writers', 'deleters'] as const) {
    const roles = reservations[who];
    if (!roles) continue;
    const { onObjects, onBucket } = ACTIONS[who];
    const on = (actions: readonly string[], resource: string) => {
      const statement = reserveFor(settings, { actions, resources: [resource], roles });
      if (who === 'writers' && reservations.servicesWrite) statement.addConditions(BUT_SERVICES);
      bucket.addToResourcePolicy(statement);
    };
    const isWithoutTags = who === 'writers' && reservations.openTags;
    on(isWithoutTags ? WRITES_BUT_TAGS : onObjects, bucket.arnForObjects('*'));
    if (onBucket.length > 0) on(onBucket, bucket.bucketArn);
  }
};

/**
 * Denies everything to whoever is not of this account, anonymous callers among them, even where
 * the block of public access is lifted. AWS services that act for the account are no strangers.
 */
export const denyStrangers = (bucket: Bucket): void => {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:*'],
      resources: [bucket.bucketArn, bucket.arnForObjects('*')],
      conditions: {
        StringNotEquals: { 'aws:PrincipalAccount': Aws.ACCOUNT_ID },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    }),
  );
};
