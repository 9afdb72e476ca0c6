import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

type Keys = { readonly pk: string; readonly sk: string };
type Kind = 'INSERT' | 'MODIFY' | 'REMOVE';

const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/groundswell-test-responses';
const STREAM = `${TABLE}/stream/2027-01-01T00:00:00.000`;
const KEY_BYTES = 'pksk'.length;
const FIRST_SEQUENCE = 111_000_000_000_000_000_000_000n;

let made = 0;

/**
 * A record of the responses table's stream (KEYS_ONLY) with all that AWS sends: each with an id
 * and a sequence number of its own, made at `at`. An insert, a change and a removal by hand look
 * alike but for the name; see {@link anExpiryRecord} for what retention deletes.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html
 */
export const aStreamRecord = (
  eventName: Kind,
  { pk, sk }: Keys,
  at: Date = new Date('2027-01-20T00:00:00.000Z'),
): DynamoDBRecord => {
  made += 1;
  return {
    eventID: made.toString(16).padStart(32, '0'),
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'us-east-1',
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at.getTime() / 1000),
      Keys: { pk: { S: pk }, sk: { S: sk } },
      SequenceNumber: String(FIRST_SEQUENCE + BigInt(made)),
      SizeBytes: pk.length + sk.length + KEY_BYTES,
      StreamViewType: 'KEYS_ONLY',
    },
    eventSourceARN: STREAM,
  };
};

/**
 * A record of what retention deleted: DynamoDB itself is the one who did it.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html
 */
export const anExpiryRecord = (keys: Keys, at?: Date): DynamoDBRecord => ({
  ...aStreamRecord('REMOVE', keys, at),
  userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
});

/** What Lambda hands a function of a batch of the stream. */
export const aStreamEvent = (...Records: DynamoDBRecord[]): DynamoDBStreamEvent => ({ Records });
