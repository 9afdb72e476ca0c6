import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../../local/api/call.ts';
import { deleteResponse, getResponse, putResponse } from '../../../local/api/response-requests.ts';
import type { Problem } from '../../../schemas/problem.ts';
import { aCollectingWorld, theTerms } from './collecting-world.ts';

const HOLDER = { poll: 'spring', organization: 'harbor', receipt: 'a-receipt-of-22-letters' };
const BODY = { revision: 0, answers: { mentors: 5 } };

describe('collecting', () => {
  test('keeps one character an item, the day and when it expires', async () => {
    const { call, responses } = aCollectingWorld();
    await call(putResponse(HOLDER, { revision: 2, answers: { 'supportive-housing': 3 } }));
    expect([...responses.items.values()]).toEqual([
      {
        answers: '--3',
        revision: 2,
        channel: 'api',
        day: '2027-02-10',
        expiresAt: theTerms().expiresAt,
      },
    ]);
  });

  test('a tombstone expires when the response would have', async () => {
    const { call, responses } = aCollectingWorld();
    await call(deleteResponse(HOLDER));
    expect([...responses.items.values()]).toEqual([
      { withdrawn: true, expiresAt: theTerms().expiresAt },
    ]);
  });

  test('the clock is read after the definition, so that a slow read cannot let a late one in', async () => {
    let clock = new Date('2027-02-28T23:59:59.999Z');
    const { call } = aCollectingWorld({
      deps: {
        now: () => clock,
        termsOf: async () => {
          clock = new Date('2027-03-01T00:00:00.000Z');
          return theTerms();
        },
      },
    });
    expect((jsonOf(await call(putResponse(HOLDER, BODY))) as Problem).code).toBe('closed');
  });

  test('a receipt of another address is refused without reading anything', async () => {
    const unread = async () => {
      throw new Error('read');
    };
    const { call } = aCollectingWorld({ deps: { termsOf: unread, findOrganization: unread } });
    const request = {
      ...getResponse(HOLDER),
      headers: { receipt: 'another-receipt-of-30-letters' },
    };
    expect((await call(request)).status).toBe(403);
  });

  test('what was accepted before the close can be read after it', async () => {
    let terms = theTerms();
    const { call } = aCollectingWorld({ deps: { termsOf: async () => terms } });
    await call(putResponse(HOLDER, BODY));
    terms = theTerms({ closesAt: '2027-02-05T00:00:00.000Z' });
    expect((await call(getResponse(HOLDER))).status).toBe(200);
  });

  test('a failure is a 500 that says nothing of what happened', async () => {
    const { call } = aCollectingWorld({
      deps: {
        termsOf: async () => {
          throw new TypeError('the table groundswell-responses has no key 5-1');
        },
      },
    });
    const answer = await call(putResponse(HOLDER, BODY));
    expect(answer.status).toBe(500);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(JSON.stringify(jsonOf(answer))).not.toMatch(/groundswell-responses|TypeError|5-1/);
  });

  test('a busy table is a 503 that says when to come again', async () => {
    const { call } = aCollectingWorld({
      deps: {
        termsOf: async () => {
          throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
        },
      },
    });
    const answer = await call(putResponse(HOLDER, BODY));
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
  });
});
