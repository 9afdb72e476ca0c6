import * as z from 'zod';
import { bucketOf } from '../../core/counting/bucket.ts';
import { OrganizationId, PollId, ResponseId } from '../../schemas/identifier.ts';

/** When each response changed last, in milliseconds since 1970; undefined where nobody says. */
export type ChangedResponses = ReadonlyMap<string, number | undefined>;

/** Where something changed: responses by organization by poll. */
export type TouchedResponses = ReadonlyMap<string, ReadonlyMap<string, ChangedResponses>>;

/** What a batch of the stream says. */
export type Batch = {
  readonly touched: TouchedResponses;
  /** How many records name no response: nothing can ever be done about them. */
  readonly malformed: number;
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

const MS_PER_SECOND = 1000;

const keysOf = (record: unknown) => {
  const parsed = StreamRecord.safeParse(record);
  if (!parsed.success) return undefined;
  const { Keys, ApproximateCreationDateTime: madeAt } = parsed.data.dynamodb;
  const { pk, sk } = Keys;
  const owner = OwnerKey.safeParse(pk.S.split(SEPARATOR));
  if (!owner.success) return undefined;
  const [poll, organization] = owner.data;
  const changedAt = madeAt === undefined ? undefined : madeAt * MS_PER_SECOND;
  return { poll, organization, response: sk.S, changedAt };
};

const later = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);

/** Reads a batch of stream records (keys only), each response once. */
export const readBatch = (records: readonly unknown[]): Batch => {
  const touched = new Map<string, Map<string, Map<string, number | undefined>>>();
  let malformed = 0;
  for (const record of records) {
    const keys = keysOf(record);
    if (!keys) {
      malformed += 1;
      continue;
    }
    const { poll, organization, response, changedAt } = keys;
    const organizations = touched.get(poll) ?? new Map<string, Map<string, number | undefined>>();
    const responses = organizations.get(organization) ?? new Map<string, number | undefined>();
    responses.set(response, later(responses.get(response), changedAt));
    touched.set(poll, organizations.set(organization, responses));
  }
  return { touched, malformed };
};

/** The distinct buckets, by index, that some response ids fall into. */
export const bucketIndexes = (responses: Iterable<string>, bits: number): readonly number[] => [
  ...new Set([...responses].map((response) => bucketOf(response, bits))),
];
