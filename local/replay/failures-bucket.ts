import {
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectTaggingCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ReplayDeps } from './replay-failures.ts';

/** The tag of an object that was replayed; its value is when. */
const REPLAYED = 'replayed';

/** Where Lambda puts what was given up. */
const PREFIX = 'aws/lambda/';

type Deps = { readonly client: S3Client; readonly bucket: string };

/** The bucket of what no attempt could process. Nothing is deleted: it expires by itself. */
export const createFailuresBucket = ({ client, bucket }: Deps): ReplayDeps['failures'] => ({
  list: async () => {
    const keys: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client },
      { Bucket: bucket, Prefix: PREFIX },
    )) {
      keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
    }
    return keys;
  },
  replayedAt: async (key) => {
    const { TagSet = [] } = await client.send(
      new GetObjectTaggingCommand({ Bucket: bucket, Key: key }),
    );
    return TagSet.find(({ Key }) => Key === REPLAYED)?.Value;
  },
  read: async (key) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await Body?.transformToString()) ?? '';
  },
  has: async (key) => {
    try {
      await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  },
  markReplayed: async (key, at) => {
    await client.send(
      new PutObjectTaggingCommand({
        Bucket: bucket,
        Key: key,
        Tagging: { TagSet: [{ Key: REPLAYED, Value: at.toISOString() }] },
      }),
    );
  },
});
