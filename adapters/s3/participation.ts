import { DeleteObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { ParticipationCount } from '../../schemas/participation.ts';
import { type MovingObject, readMoving, replaceOlder } from './replace-older.ts';
import { unguessable } from './unguessable.ts';

type Deps = { readonly client: S3Client; readonly bucket: string };

/** A poll's participation was replaced by others more often than any number of roll-ups explains. */
export class ParticipationContestedError extends Error {
  override readonly name = 'ParticipationContestedError';
}

/** The participation bucket: how many answered, one object a poll, cut down to what may be shown. */
export const createParticipation = ({ client, bucket }: Deps) => {
  const objectOf = (poll: string): MovingObject<ParticipationCount> => ({
    client,
    bucket,
    key: `polls/${poll}/participation.json`,
    parse: (json) => ParticipationCount.parse(json),
    disguise: unguessable,
  });

  return {
    /** What was last counted; undefined before the first count and once it was removed. */
    get: (poll: string): Promise<ParticipationCount | undefined> => readMoving(objectOf(poll)),

    /**
     * Keeps a count in place of an older one; where a newer one is there already, that stays.
     *
     * @throws ParticipationContestedError after five lost races
     */
    put: async (counted: ParticipationCount): Promise<void> => {
      const { poll, countedAt } = counted;
      const isOlder = (there: ParticipationCount) => there.countedAt < countedAt;
      const { kind } = await replaceOlder(objectOf(poll), counted, isOlder);
      if (kind !== 'contested') return;
      throw new ParticipationContestedError(
        `the participation of poll ${poll} was replaced by others again and again while it was to be kept`,
      );
    },

    /** Removes what was counted, if anything was. */
    remove: async (poll: string): Promise<void> => {
      const { key } = objectOf(poll);
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
};
export type Participation = ReturnType<typeof createParticipation>;
