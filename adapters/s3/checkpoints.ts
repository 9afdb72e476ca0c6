import { createHmac, randomBytes } from 'node:crypto';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  type ObjectIdentifier,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { conditionalPut } from './conditional-put.ts';
import { unguessable } from './unguessable.ts';

type Deps = { readonly client: S3Client; readonly bucket: string };

/** S3 would not delete some checkpoints; the next run tries again. */
export class CheckpointsNotDeletedError extends Error {
  override readonly name = 'CheckpointsNotDeletedError';
}

const NAME_DIGITS = 32;
const SALT_BYTES = 16;

const prefixOf = (poll: string): string => `polls/${poll}/checkpoints/`;
const saltKey = (poll: string): string => `polls/${poll}/checkpoints.salt`;

/**
 * The private bucket of checkpoints: each an immutable object under a key that is made from the
 * hash of its content, so that the same tallies, frozen twice, are one object.
 *
 * Keys stand in lists, in the access log and on releases, where more people look than may see
 * counts. The hash alone would let them try out which counts it is of, so it is mixed with a
 * salt of the poll's, which lies here and is as secret as the checkpoints.
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

  const saltOf = async (poll: string): Promise<string> => {
    const object = { Bucket: bucket, Key: saltKey(poll) };
    const fresh = randomBytes(SALT_BYTES).toString('hex');
    const { kind } = await conditionalPut(client, { ...object, Body: fresh, IfNoneMatch: '*' });
    if (kind === 'written') return fresh;
    const { Body } = await client.send(new GetObjectCommand(object));
    return (await Body?.transformToString()) ?? '';
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
      const name = createHmac('sha256', await saltOf(poll))
        .update(digest)
        .digest('hex');
      const key = `${prefixOf(poll)}${name.slice(0, NAME_DIGITS)}.json`;
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: unguessable(body),
          ContentType: 'application/json',
        }),
      );
      return key;
    },

    /** A checkpoint's serialization. */
    get: async (key: string): Promise<string> => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return ((await Body?.transformToString()) ?? '').trimEnd();
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
