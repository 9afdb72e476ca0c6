import {
  DeleteObjectsCommand,
  GetObjectCommand,
  type ObjectIdentifier,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';

type Deps = { readonly client: S3Client; readonly bucket: string };

/** S3 would not delete some checkpoints; the next run tries again. */
export class CheckpointsNotDeletedError extends Error {
  override readonly name = 'CheckpointsNotDeletedError';
}

const prefixOf = (poll: string): string => `polls/${poll}/checkpoints/`;

/**
 * The private bucket of checkpoints: each an immutable object under a key that holds the hash
 * of its content, so that the same tallies, frozen twice, are one object.
 */
export const createCheckpoints = ({ client, bucket }: Deps) => {
  const keysBefore = async (poll: string, instant: Date): Promise<readonly string[]> => {
    const keys: string[] = [];
    const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefixOf(poll) });
    for await (const { Contents = [] } of pages) {
      for (const { Key, LastModified } of Contents) {
        if (Key && LastModified && LastModified < instant) keys.push(Key);
      }
    }
    return keys;
  };

  const remove = async (objects: ObjectIdentifier[]): Promise<void> => {
    const { Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: objects, Quiet: true } }),
    );
    if (Errors.length > 0) {
      throw new CheckpointsNotDeletedError(`${Errors.length} checkpoints were not deleted`);
    }
  };

  return {
    /** Keeps a checkpoint's serialization; a key that is taken holds the same, and is renewed. */
    put: async (poll: string, digest: string, body: string): Promise<string> => {
      const key = `${prefixOf(poll)}${digest}.json`;
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: body,
          ContentType: 'application/json',
        }),
      );
      return key;
    },

    /** A checkpoint's serialization. */
    get: async (key: string): Promise<string> => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await Body?.transformToString()) ?? '';
    },

    /**
     * Deletes a poll's checkpoints but the ones to keep. One that was put after `before` stays,
     * too: a run that goes on at this moment may be about to name it.
     */
    prune: async (poll: string, keep: readonly string[], before: Date): Promise<void> => {
      const old = (await keysBefore(poll, before)).filter((key) => !keep.includes(key));
      const most = 1000;
      for (let start = 0; start < old.length; start += most) {
        await remove(old.slice(start, start + most).map((Key) => ({ Key })));
      }
    },
  };
};
export type Checkpoints = ReturnType<typeof createCheckpoints>;
