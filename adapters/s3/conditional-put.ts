import { PutObjectCommand, type PutObjectCommandInput, type S3Client } from '@aws-sdk/client-s3';

/** What became of a write that was made on a condition. */
export type ConditionalPut = { readonly kind: 'written' } | { readonly kind: 'refused' };

/** S3's answers to a condition that did not hold. */
const REFUSALS: readonly string[] = ['PreconditionFailed', 'NoSuchKey'];

/** S3's answer while another write of the same key is under way: neither of them is known yet. */
const CONFLICT = 'ConditionalRequestConflict';

const MOST_ATTEMPTS = 4;

/**
 * Writes an object only if S3's `IfMatch` or `IfNoneMatch` condition in `input` holds. Where
 * another write is under way it tries again: that one may yet die and leave nothing.
 *
 * @throws the SDK's error for every other failure, and for a conflict that does not end
 */
export const conditionalPut = async (
  client: S3Client,
  input: PutObjectCommandInput,
): Promise<ConditionalPut> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new PutObjectCommand(input));
      return { kind: 'written' };
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      if (REFUSALS.includes(name)) return { kind: 'refused' };
      if (name !== CONFLICT || attempt === MOST_ATTEMPTS) throw error;
    }
  }
};
