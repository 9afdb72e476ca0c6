import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { LatestPointer } from '../../schemas/release.ts';
import { conditionalPut } from './conditional-put.ts';
import { replaceOlder } from './replace-older.ts';

type Deps = { readonly client: S3Client; readonly bucket: string };

/** One file of a report, whole. */
export type ReportFile = {
  readonly path: string;
  readonly mediaType: string;
  readonly body: Uint8Array;
};

/** `latest.json` was moved by others more often than any number of roll-ups explains. */
export class LatestPointerContestedError extends Error {
  override readonly name = 'LatestPointerContestedError';
}

const LINK_SECONDS = 60;

const snapshotKey = (poll: string, snapshot: string, path: string): string =>
  `polls/${poll}/snapshots/${snapshot}/${path}`;
const latestKey = (poll: string): string => `polls/${poll}/latest.json`;

/** The reports bucket: immutable snapshots, and one pointer a poll to the latest. */
export const createReports = ({ client, bucket }: Deps) => {
  return {
    /**
     * Writes one file of a snapshot. A file is written once: where it lies already it has the
     * same content, because a snapshot's id holds the hash of its content.
     */
    putFile: async (poll: string, snapshot: string, file: ReportFile): Promise<void> => {
      await conditionalPut(client, {
        Bucket: bucket,
        Key: snapshotKey(poll, snapshot, file.path),
        Body: file.body,
        ContentType: file.mediaType,
        IfNoneMatch: '*',
      });
    },

    /** Reads one file of a snapshot, whole. */
    getFile: async (poll: string, snapshot: string, path: string): Promise<Uint8Array> => {
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: snapshotKey(poll, snapshot, path) }),
      );
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },

    /** A link to one file of a snapshot that anyone can follow for the next minute. */
    linkToFile: (poll: string, snapshot: string, path: string): Promise<string> =>
      getSignedUrl(
        client,
        new GetObjectCommand({ Bucket: bucket, Key: snapshotKey(poll, snapshot, path) }),
        { expiresIn: LINK_SECONDS },
      ),

    /**
     * Moves `latest.json` to this snapshot, only ever forward: a pointer with the same or a
     * higher number stays.
     *
     * @throws LatestPointerContestedError after five lost races
     */
    moveLatest: async (pointer: LatestPointer): Promise<void> => {
      const { poll, number } = pointer;
      const { kind } = await replaceOlder(
        { client, bucket, key: latestKey(poll), parse: (json) => LatestPointer.parse(json) },
        pointer,
        (there) => there.number < number,
        { CacheControl: 'no-cache' },
      );
      if (kind !== 'contested') return;
      throw new LatestPointerContestedError(
        `latest.json of poll ${poll} was moved by others again and again while snapshot ${number} was to become the latest`,
      );
    },
  };
};
export type Reports = ReturnType<typeof createReports>;
