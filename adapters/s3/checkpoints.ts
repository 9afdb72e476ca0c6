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

/** The salt of a poll's checkpoints is empty; without one, their names tell what is in them. */
export class CheckpointSaltMissingError extends Error {
  override readonly name = 'CheckpointSaltMissingError';
}

const NAME_DIGITS = 32;
const SALT_BYTES = 16;

/** Of the checkpoints and of their salt. */
const prefixOfAll = (poll: string): string => `polls/${poll}/checkpoints`;
const prefixOf = (poll: string): string => `${prefixOfAll(poll)}/`;
const saltKey = (poll: string): string => `${prefixOfAll(poll)}.salt`;

/**
 * The private bucket of checkpoints: each an immutable object under a key that is made from the
 * hash of its content, so that the same tallies, frozen twice, are one object.
 *
 * Keys stand in lists, in the access log and on releases, where more people look than may see
 * counts. The hash alone would let them try out which counts it is of, so it is mixed with a
 * salt of the poll's, which lies here and is as secret as the checkpoints.
 */
export const createCheckpoints = ({ client, bucket }: Deps) => {
  const keysBefore = async (prefix: string, instant: Date): Promise<readonly string[]> => {
    const keys: string[] = [];
    const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix });
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
    const salt = await Body?.transformToString();
    if (!salt) throw new CheckpointSaltMissingError(`the salt of poll ${poll} is empty`);
    return salt;
  };

  const removeSome = async (objects: ObjectIdentifier[]): Promise<void> => {
    const { Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: objects, Quiet: true } }),
    );
    if (Errors.length > 0) {
      throw new CheckpointsNotDeletedError(`${Errors.length} checkpoints were not deleted`);
    }
  };

  const remove = async (keys: readonly string[]): Promise<void> => {
    const most = 1000;
    for (let start = 0; start < keys.length; start += most) {
      await removeSome(keys.slice(start, start + most).map((Key) => ({ Key })));
    }
  };

  return {
    /**
     * Keeps a checkpoint's serialization; a key that is taken holds the same, and is renewed.
     *
     * @throws CheckpointSaltMissingError where the poll's salt is there, but empty
     */
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
      const old = await keysBefore(prefixOf(poll), before);
      await remove(old.filter((key) => !keep.includes(key)));
    },

    /** Deletes all of a poll's checkpoints, and their salt, that were put before an instant. */
    expire: async (poll: string, before: Date): Promise<void> => {
      await remove(await keysBefore(prefixOfAll(poll), before));
    },
  };
};
export type Checkpoints = ReturnType<typeof createCheckpoints>;
