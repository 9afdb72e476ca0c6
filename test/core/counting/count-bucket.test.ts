import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BucketPage, countBucket } from '../../../core/counting/count-bucket.ts';
import type { CountedResponse } from '../../../core/counting/count-responses.ts';
import { countAll } from './count-all.ts';
import { someResponses, someShape } from './counted-response.ts';

async function* pagesOf(pages: readonly BucketPage[]): AsyncGenerator<BucketPage> {
  yield* pages;
}

const cut = (responses: readonly CountedResponse[], size: number): readonly BucketPage[] =>
  responses.flatMap((_, at) =>
    at % size === 0 ? [{ responses: responses.slice(at, at + size), tombstones: at }] : [],
  );

const ONE = { items: 1, levels: 3 };
const on = (channel: CountedResponse['channel'], day = '2027-02-10'): CountedResponse => ({
  ...{ answers: '1', channel, day },
});

describe('countBucket', () => {
  test('counts the same, however the responses are cut into pages', async () => {
    const cases = someShape.chain((shape) =>
      fc.tuple(fc.constant(shape), someResponses(shape), fc.integer({ min: 1, max: 7 })),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([shape, responses, size]) => {
        const { tally } = await countBucket(pagesOf(cut(responses, size)), shape, []);
        expect(tally).toEqual(countAll(responses, shape));
      }),
    );
  });

  test('tells the receipts: of responses, of those set aside and of tombstones; none of paper', async () => {
    const pages = [
      { responses: [on('web'), on('paper'), on('api')], tombstones: 4 },
      { responses: [], tombstones: 0 },
      { responses: [on('web', '2027-02-11')], tombstones: 10 },
    ];
    const exclusions = [{ channel: 'web' as const, day: '2027-02-11' }];
    const { receipts, tally } = await countBucket(pagesOf(pages), ONE, exclusions);
    expect(receipts).toBe(17);
    expect(tally).toMatchObject({ responses: 3, setAside: 1 });
  });

  test('of nothing is nothing', async () => {
    const counted = await countBucket(pagesOf([]), ONE, []);
    expect(counted).toEqual({ tally: countAll([], ONE), receipts: 0 });
  });

  test('fails with a page that fails', async () => {
    async function* broken(): AsyncGenerator<BucketPage> {
      yield { responses: [on('web')], tombstones: 0 };
      throw new Error('throttled');
    }
    await expect(countBucket(broken(), ONE, [])).rejects.toThrow('throttled');
  });
});
