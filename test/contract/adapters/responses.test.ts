import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  createResponses,
  type ExpiringResponse,
  type ResponseKey,
  type Responses,
} from '../../../adapters/dynamodb/responses.ts';
import { createEmulatedTable } from './emulated-table.ts';

let table: Awaited<ReturnType<typeof createEmulatedTable>>;
let responses: Responses;

beforeAll(async () => {
  table = await createEmulatedTable(inject('awsEndpoint'));
  responses = createResponses(table);
});

let made = 0;
const aKey = (): ResponseKey => {
  made += 1;
  return { poll: 'spring', organization: 'harbor', id: made.toString(16).padStart(32, '0') };
};

const EXPIRES_AT = 1_800_000_000;

const aResponse = (overrides: Partial<ExpiringResponse> = {}): ExpiringResponse => ({
  answers: '5-1',
  revision: 1,
  channel: 'web',
  day: '2027-02-10',
  expiresAt: EXPIRES_AT,
  ...overrides,
});

const itemOf = async ({ poll, organization, id }: ResponseKey) => {
  const { Item } = await table.client.send(
    new GetCommand({
      TableName: table.tableName,
      Key: { pk: `${poll}#${organization}`, sk: id },
      ConsistentRead: true,
    }),
  );
  return Item;
};

describe('responses', () => {
  test('a receipt that nothing was sent for opens nothing', async () => {
    expect(await responses.get(aKey())).toEqual({ kind: 'unknown' });
  });

  test('a first submission creates the response, with these attributes and no others', async () => {
    const key = aKey();
    expect(await responses.put(key, aResponse())).toEqual({ kind: 'created' });
    expect(await itemOf(key)).toEqual({
      pk: 'spring#harbor',
      sk: key.id,
      answers: '5-1',
      revision: 1,
      channel: 'web',
      day: '2027-02-10',
      expiresAt: EXPIRES_AT,
    });
    const { expiresAt: _expiresAt, ...response } = aResponse();
    expect(await responses.get(key)).toEqual({ kind: 'found', response });
  });

  test('the same revision with the same answers again writes nothing', async () => {
    const key = aKey();
    await responses.put(key, aResponse());
    const again = await responses.put(key, aResponse({ day: '2027-02-11', channel: 'api' }));
    expect(again).toEqual({ kind: 'unchanged' });
    expect(await itemOf(key)).toMatchObject({ day: '2027-02-10', channel: 'web' });
  });

  test('a higher revision replaces the response', async () => {
    const key = aKey();
    await responses.put(key, aResponse());
    const later = await responses.put(key, aResponse({ revision: 2, answers: '-23' }));
    expect(later).toEqual({ kind: 'changed' });
    expect(await itemOf(key)).toMatchObject({ revision: 2, answers: '-23' });
  });

  test('a change keeps the channel and the day of the first submission, and moves the expiry', async () => {
    const key = aKey();
    await responses.put(key, aResponse());
    for (const changesOnly of [false, true]) {
      const change = aResponse({
        ...{ revision: changesOnly ? 3 : 2, channel: 'api', day: '2027-02-14' },
        expiresAt: EXPIRES_AT + 7,
      });
      expect(await responses.put(key, change, { changesOnly })).toEqual({ kind: 'changed' });
      expect(await itemOf(key)).toEqual({
        ...{ pk: 'spring#harbor', sk: key.id },
        ...{ ...change, channel: 'web', day: '2027-02-10' },
      });
    }
  });

  test('a lower revision, or the same with other answers, is superseded and changes nothing', async () => {
    const key = aKey();
    await responses.put(key, aResponse({ revision: 5 }));
    for (const late of [aResponse({ revision: 4 }), aResponse({ revision: 5, answers: '1-1' })]) {
      expect(await responses.put(key, late)).toEqual({ kind: 'superseded' });
    }
    expect(await itemOf(key)).toMatchObject({ revision: 5, answers: '5-1' });
  });

  test('a withdrawal leaves the keys, the mark and the expiry, and no answers', async () => {
    const key = aKey();
    await responses.put(key, aResponse());
    expect(await responses.withdraw(key, EXPIRES_AT)).toEqual({ kind: 'withdrawn' });
    expect(await responses.withdraw(key, EXPIRES_AT)).toEqual({ kind: 'withdrawn' });
    expect(await itemOf(key)).toEqual({
      pk: 'spring#harbor',
      sk: key.id,
      withdrawn: true,
      expiresAt: EXPIRES_AT,
    });
    expect(await responses.get(key)).toEqual({ kind: 'withdrawn' });
  });

  test('nothing comes back after a withdrawal, however high its revision', async () => {
    const key = aKey();
    await responses.put(key, aResponse());
    await responses.withdraw(key, EXPIRES_AT);
    const late = await responses.put(key, aResponse({ revision: 1_000_000_000 }));
    expect(late).toEqual({ kind: 'withdrawn' });
    expect(await responses.get(key)).toEqual({ kind: 'withdrawn' });
  });

  test('a withdrawal before the first arrival keeps that out', async () => {
    const key = aKey();
    expect(await responses.withdraw(key, EXPIRES_AT)).toEqual({ kind: 'unknown' });
    expect(await responses.put(key, aResponse())).toEqual({ kind: 'withdrawn' });
  });

  test('of concurrent revisions the highest is in force at last', async () => {
    const key = aKey();
    const revisions = [4, 1, 6, 3, 2, 5];
    await Promise.all(revisions.map((revision) => responses.put(key, aResponse({ revision }))));
    expect(await itemOf(key)).toMatchObject({ revision: 6 });
  });
});

describe('where only changes are kept', () => {
  const put = (key: ResponseKey, overrides: Partial<ExpiringResponse> = {}) =>
    responses.put(key, aResponse(overrides), { changesOnly: true });

  test('a new response is not, and leaves nothing', async () => {
    const key = aKey();
    expect(await put(key)).toEqual({ kind: 'unknown' });
    expect(await itemOf(key)).toBeUndefined();
  });

  test('a withdrawal of nothing is not, and leaves nothing; one of a tombstone is', async () => {
    const key = aKey();
    const withdraw = () => responses.withdraw(key, EXPIRES_AT, { changesOnly: true });
    expect(await withdraw()).toEqual({ kind: 'unknown' });
    expect(await itemOf(key)).toBeUndefined();
    await responses.put(key, aResponse());
    expect([await withdraw(), await withdraw()]).toEqual([
      { kind: 'withdrawn' },
      { kind: 'withdrawn' },
    ]);
  });

  test('one that is there is changed, repeated, superseded and withdrawn as ever', async () => {
    const key = aKey();
    await responses.put(key, aResponse());
    expect(await put(key)).toEqual({ kind: 'unchanged' });
    expect(await put(key, { revision: 2, answers: '1-1' })).toEqual({ kind: 'changed' });
    expect(await put(key)).toEqual({ kind: 'superseded' });
    await responses.withdraw(key, EXPIRES_AT);
    expect(await put(key, { revision: 3 })).toEqual({ kind: 'withdrawn' });
  });
});
