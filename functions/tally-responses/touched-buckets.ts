import * as z from 'zod';
import { bucketOf } from '../../core/counting/bucket.ts';
import { OrganizationId, PollId, ResponseId } from '../../schemas/identifier.ts';

/** Where something changed: response ids by organization by poll. */
export type TouchedResponses = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** What a batch of the stream says. */
export type Batch = {
  readonly touched: TouchedResponses;
  /** How many records name no response: nothing can ever be done about them. */
  readonly malformed: number;
  /** When the oldest of the changes was made, in seconds since 1970, where that is told. */
  readonly oldest: number | undefined;
};

const SEPARATOR = '#';

const StreamRecord = z.object({
  dynamodb: z.object({
    ApproximateCreationDateTime: z.number().optional(),
    Keys: z.object({
      pk: z.object({ S: z.string() }),
      sk: z.object({ S: ResponseId }),
    }),
  }),
});

const OwnerKey = z.tuple([PollId, OrganizationId]);

const keysOf = (record: unknown) => {
  const parsed = StreamRecord.safeParse(record);
  if (!parsed.success) return undefined;
  const { Keys, ApproximateCreationDateTime: madeAt } = parsed.data.dynamodb;
  const { pk, sk } = Keys;
  const owner = OwnerKey.safeParse(pk.S.split(SEPARATOR));
  return owner.success
    ? { poll: owner.data[0], organization: owner.data[1], response: sk.S, madeAt }
    : undefined;
};

/** Reads a batch of stream records (keys only), each response once. */
export const readBatch = (records: readonly unknown[]): Batch => {
  const touched = new Map<string, Map<string, Set<string>>>();
  let malformed = 0;
  let oldest: number | undefined;
  for (const record of records) {
    const keys = keysOf(record);
    if (!keys) {
      malformed += 1;
      continue;
    }
    const { madeAt } = keys;
    if (madeAt !== undefined && !(oldest !== undefined && oldest <= madeAt)) oldest = madeAt;
    const organizations = touched.get(keys.poll) ?? new Map<string, Set<string>>();
    const responses = organizations.get(keys.organization) ?? new Set<string>();
    touched.set(keys.poll, organizations.set(keys.organization, responses.add(keys.response)));
  }
  return { touched, malformed, oldest };
};

/** The distinct buckets, by index, that some response ids fall into. */
export const bucketIndexes = (responses: ReadonlySet<string>, bits: number): readonly number[] => [
  ...new Set([...responses].map((response) => bucketOf(response, bits))),
];
