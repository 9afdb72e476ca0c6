import { describe, expect, it } from 'vitest';
import { guardedOf, type PolicyDocument, pagesOf } from './resource-policies.ts';
import { STAGES } from './synthesized.ts';

/**
 * The actions on items that DynamoDB takes in a table's policy; one that it does not know fails
 * the whole deployment, and the emulator does not look. From "DynamoDB API operations supported
 * by resource-based policies" in its developer guide; a transaction's and PartiQL's calls stand
 * there by API name, and are authorized by the actions below.
 */
const TAKEN_IN_A_TABLE_POLICY = [
  ...['GetItem', 'BatchGetItem', 'Query', 'Scan', 'ConditionCheckItem', 'PartiQLSelect'],
  ...['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
  ...['PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete'],
  ...['ExportTableToPointInTime', 'CreateBackup', 'RestoreTableToPointInTime'],
  ...['EnableKinesisStreamingDestination', 'UpdateKinesisStreamingDestination'],
].map((name) => `dynamodb:${name}`);

const TAKEN_IN_A_STREAM_POLICY = ['DescribeStream', 'GetRecords', 'GetShardIterator'].map(
  (name) => `dynamodb:${name}`,
);

/** DynamoDB's limit, white space counted; S3's is the same. */
const LARGEST_BYTES = 20 * 1024;

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Principal: unknown;
};

const statementsOf = ({ Statement }: PolicyDocument) => Statement as readonly Statement[];
const actionsIn = (policy: PolicyDocument): readonly string[] => [
  ...new Set(statementsOf(policy).flatMap(({ Action }) => Action)),
];

describe.each(STAGES)('the policies of tables and streams on stage %s', (stage) => {
  const guarded = guardedOf(stage);
  const ofTables = guarded.filter(({ name }) => name.startsWith('table/'));
  const ofStreams = guarded.filter(({ name }) => name.startsWith('stream/'));

  it('name no action that DynamoDB would not take there', () => {
    for (const { policy } of ofTables) {
      expect(TAKEN_IN_A_TABLE_POLICY).toEqual(expect.arrayContaining([...actionsIn(policy)]));
    }
    for (const { policy } of ofStreams) {
      expect(TAKEN_IN_A_STREAM_POLICY).toEqual(expect.arrayContaining([...actionsIn(policy)]));
    }
  });

  it('only deny, and speak of roles that need not exist yet in conditions alone', () => {
    for (const { policy } of [...ofTables, ...ofStreams]) {
      for (const { Effect, Principal } of statementsOf(policy)) {
        expect([Effect, Principal]).toEqual(['Deny', { AWS: '*' }]);
      }
    }
  });

  it('are no larger than DynamoDB takes', () => {
    for (const { policy } of [...ofTables, ...ofStreams]) {
      expect(JSON.stringify(policy, null, 2).length).toBeLessThan(LARGEST_BYTES);
    }
  });

  it('and those of buckets are no larger than S3 takes, with room for the longest names', () => {
    const ofBuckets = guarded.filter(({ name }) => name.startsWith('bucket/'));
    const all = stage === 'local' ? ofBuckets : [...ofBuckets, pagesOf(stage)];
    for (const { policy } of all) {
      expect(JSON.stringify(policy, null, 2).length).toBeLessThan(LARGEST_BYTES / 2);
    }
  });

  it('are those of every other stage, but for its name', () => {
    const named = (of: (typeof STAGES)[number]) =>
      JSON.stringify(guardedOf(of)).replaceAll(`groundswell-${of}-`, 'groundswell-STAGE-');
    expect(named(stage)).toBe(named('production'));
  });
});
