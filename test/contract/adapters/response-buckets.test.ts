import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  createResponseBuckets,
  type ResponseBuckets,
  ResponseUnreadableError,
} from '../../../adapters/dynamodb/response-buckets.ts';
import { createResponses } from '../../../adapters/dynamodb/responses.ts';
import { bucketsOf } from '../../../core/counting/bucket.ts';
import { allOf } from '../../adapters/dynamodb/all-of.ts';
import { createEmulatedTable } from './emulated-table.ts';

const KB = 1024;
const EXPIRES_AT = 1_800_000_000;

let table: Awaited<ReturnType<typeof createEmulatedTable>>;
let buckets: ResponseBuckets;

beforeAll(async () => {
  table = await createEmulatedTable(inject('awsEndpoint'));
  buckets = createResponseBuckets(table);
});

const idOf = (start: string): string => start.padEnd(32, '0');

const respond = (organization: string, start: string, answers: string) =>
  createResponses(table).put(
    { poll: 'spring', organization, id: idOf(start) },
    { answers, revision: 1, channel: 'web', day: '2027-02-10', expiresAt: EXPIRES_AT },
  );

const putItem = (organization: string, start: string, attributes: object) =>
  table.client.send(
    new PutCommand({
      TableName: table.tableName,
      Item: { pk: `spring#${organization}`, sk: idOf(start), ...attributes },
    }),
  );

const read = (organization: string, bucketBits: number) =>
  Promise.all(
    bucketsOf('spring', { id: organization, bucketBits }).map((bucket) =>
      allOf(buckets.read(bucket)),
    ),
  );

const answersIn = async (organization: string, bucketBits: number) =>
  (await read(organization, bucketBits)).map((pages) =>
    pages.flatMap(({ responses }) => responses.map(({ answers }) => answers)),
  );

describe('response buckets', () => {
  test('a bucket without responses is empty', async () => {
    expect(await answersIn('nobody', 1)).toEqual([[], []]);
  });

  test('what intake keeps is read, with what counts of it and nothing else', async () => {
    await respond('kept', '7', '5-1');
    const responses = [{ answers: '5-1', channel: 'web', day: '2027-02-10' }];
    expect(await read('kept', 0)).toEqual([[{ responses, tombstones: 0 }]]);
  });

  test('each response is in one bucket, also the first and the last of a range', async () => {
    await respond('ranges', '00', '1');
    await respond('ranges', '3f'.padEnd(32, 'f'), '2');
    await respond('ranges', '40', '3');
    await respond('ranges', 'ff'.padEnd(32, 'f'), '4');
    expect(await answersIn('ranges', 2)).toEqual([['1', '2'], ['3'], [], ['4']]);
    expect(await answersIn('ranges', 0)).toEqual([['1', '2', '3', '4']]);
  });

  test('responses of other organizations are not read', async () => {
    await respond('one', '1', '1');
    await respond('one-more', '1', '2');
    expect(await answersIn('one', 0)).toEqual([['1']]);
  });

  test('a withdrawn response does not count, but its tombstone is told', async () => {
    await respond('withdrawn', '1', '1');
    await respond('withdrawn', '2', '2');
    await createResponses(table).withdraw(
      { poll: 'spring', organization: 'withdrawn', id: idOf('1') },
      EXPIRES_AT,
    );
    expect(await answersIn('withdrawn', 0)).toEqual([['2']]);
    expect(await read('withdrawn', 0)).toMatchObject([[{ tombstones: 1 }]]);
  });

  test('a bucket of many pages is read whole', async () => {
    const filler = 'x'.repeat(300 * KB);
    for (let at = 0; at < 8; at += 1) {
      const attributes = {
        answers: String((at % 5) + 1),
        channel: 'api',
        day: '2027-02-10',
        filler,
      };
      await putItem('large', at.toString(16), attributes);
    }
    await putItem('large', '8', { withdrawn: true, filler });
    expect((await answersIn('large', 0))[0]).toHaveLength(8);
    const [pages = []] = await read('large', 0);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.reduce((sum, { tombstones }) => sum + tombstones, 0)).toBe(1);
  });

  test('a response that is not as it is kept is refused, without its id', async () => {
    await putItem('broken', 'abcd', { answers: '9', channel: 'api', day: '2027-02-10' });
    const thrown = await read('broken', 0).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ResponseUnreadableError);
    expect(String(thrown)).toContain('answers');
    expect(String(thrown)).not.toContain('abcd');
  });
});
