import { describe, expect, test } from 'vitest';
import type { ApiAnswer, ApiRequest } from '../../../local/api/call.ts';
import { createJournal } from '../../../local/demonstration/journal.ts';
import { sendVisits } from '../../../local/demonstration/send-visits.ts';
import type { Visit } from '../../../local/demonstration/visits.ts';

const answer = (status: number): ApiAnswer => ({ status, headers: {}, body: new Uint8Array() });

const aVisit = (receipt: string, kind: Visit['kind'], expected: number): Visit => ({
  holder: { poll: 'a-poll', organization: 'an-organization', receipt },
  kind,
  steps: [
    { request: { method: 'PUT', path: `/${receipt}/${kind}` }, expected, leaves: { apples: 5 } },
  ],
});

const send = async (
  visits: readonly Visit[],
  call: (request: ApiRequest) => Promise<ApiAnswer>,
) => {
  const journal = createJournal();
  const signal = new AbortController().signal;
  await sendVisits({ visits, call, clients: 8, turn: async () => {}, journal, signal });
  return journal;
};

describe('sending visits', () => {
  test('never has more clients at work than allowed', async () => {
    let atWork = 0;
    let most = 0;
    const visits = Array.from({ length: 50 }, (_, index) => aVisit(`r${index}`, 'first', 201));
    await send(visits, async () => {
      most = Math.max(most, ++atWork);
      await new Promise((resolve) => setTimeout(resolve, 1));
      atWork -= 1;
      return answer(201);
    });
    expect(most).toBe(8);
  });

  test("lets a respondent's visits follow one another", async () => {
    const finished: string[] = [];
    const visits = [aVisit('r', 'first', 201), aVisit('r', 'later', 200)];
    await send(visits, async ({ path }) => {
      if (path.endsWith('first')) await new Promise((resolve) => setTimeout(resolve, 20));
      finished.push(path);
      return answer(path.endsWith('first') ? 201 : 200);
    });
    expect(finished).toEqual(['/r/first', '/r/later']);
  });

  test('sends again what failed on the way, and takes that it was known by then', async () => {
    const answers = [answer(503), answer(200)];
    const journal = await send(
      [aVisit('r', 'first', 201)],
      async () => answers.shift() ?? answer(500),
    );
    expect(journal.counts()).toMatchObject({ accepted: 1, retried: 1 });
    expect(journal.inForce()).toHaveLength(1);
  });

  test('fails where the API answers otherwise than it must', async () => {
    const sending = send([aVisit('r', 'first', 201)], async () => answer(404));
    await expect(sending).rejects.toThrow('answered 404 instead of 201');
  });
});
