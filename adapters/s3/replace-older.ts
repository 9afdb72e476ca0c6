import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { conditionalPut } from './conditional-put.ts';

/** An object of JSON that only ever moves forward. */
export type MovingObject<Value> = {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
  readonly parse: (json: unknown) => Value;
  /** The text of its JSON as it is to be kept; as it is, unless set. */
  readonly disguise?: (json: string) => string;
};

/** What became of a value: `kept` is the one that was there, being as new or newer. */
export type Replacement = { readonly kind: 'replaced' | 'kept' | 'contested' };

const MOST_ATTEMPTS = 5;

const readTagged = async <Value>({ client, bucket, key, parse }: MovingObject<Value>) => {
  try {
    const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const text = (await Body?.transformToString()) ?? '';
    return { etag: ETag, value: parse(JSON.parse(text)) };
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
};

/** What such an object holds; undefined where there is none. */
export const readMoving = async <Value>(object: MovingObject<Value>): Promise<Value | undefined> =>
  (await readTagged(object))?.value;

/**
 * Puts a value in place of an older one, on condition that what was read is still there;
 * `contested` after five lost races, which is more than any number of roll-ups explains.
 */
export const replaceOlder = async <Value>(
  object: MovingObject<Value>,
  value: Value,
  isOlder: (there: Value) => boolean,
  headers: { readonly CacheControl?: string } = {},
): Promise<Replacement> => {
  const { client, bucket, key, disguise = (json) => json } = object;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const current = await readTagged(object);
    if (current && !isOlder(current.value)) return { kind: 'kept' };
    const outcome = await conditionalPut(client, {
      Bucket: bucket,
      Key: key,
      Body: disguise(JSON.stringify(value)),
      ContentType: 'application/json',
      ...headers,
      ...(current ? { IfMatch: current.etag } : { IfNoneMatch: '*' }),
    });
    if (outcome.kind === 'written') return { kind: 'replaced' };
  }
  return { kind: 'contested' };
};
