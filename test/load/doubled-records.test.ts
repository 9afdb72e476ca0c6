import { expect, test } from 'vitest';
import type { ApiRequest } from '../../local/api/call.ts';
import { createRandom } from '../../local/demonstration/random.ts';
import { withDoubledRecords } from './doubled-records.ts';

const SUBMISSION: ApiRequest = {
  method: 'PUT',
  path: '/v1/polls/p/organizations/harbor/responses/0123',
};
const always = { ...createRandom(1), fraction: () => 0 };

/** A pool whose tally does as it is told. */
const aPool = (recount: () => Promise<boolean>) => {
  const recounted: unknown[] = [];
  return {
    recounted,
    call: async () => ({ status: 201, headers: {}, body: new Uint8Array() }),
    recount: (keys: unknown) => {
      recounted.push(keys);
      return recount();
    },
  };
};

test('tally is run twice at once for a change, and counted where it succeeded', async () => {
  const pool = aPool(async () => true);
  const doubling = withDoubledRecords(pool, always);
  await doubling.call(SUBMISSION);
  await doubling.settled();
  expect(pool.recounted).toEqual([
    { pk: 'p#harbor', sk: '0123' },
    { pk: 'p#harbor', sk: '0123' },
  ]);
  expect(doubling.count()).toBe(2);
});

test.each([
  ['fails', async () => false],
  ['is killed', async () => Promise.reject(new Error('killed'))],
])('a tally that %s counts for nothing', async (_, recount) => {
  const doubling = withDoubledRecords(aPool(recount), always);
  await doubling.call(SUBMISSION);
  await doubling.settled();
  expect(doubling.count()).toBe(0);
});

test('what only reads doubles nothing', async () => {
  const pool = aPool(async () => true);
  await withDoubledRecords(pool, always).call({ ...SUBMISSION, method: 'GET' });
  expect(pool.recounted).toEqual([]);
});
