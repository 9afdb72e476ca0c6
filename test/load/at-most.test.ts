import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ApiAnswer, ApiRequest } from '../../local/api/call.ts';
import { atMost } from './at-most.ts';

const request: ApiRequest = { method: 'GET', path: '/v1/polls/p' };
const answer: ApiAnswer = { status: 200, headers: {}, body: new Uint8Array() };

test('no more calls than the limit are under way at once, and all of them are made', async () => {
  let [running, most, made] = [0, 0, 0];
  const { call, mostAtOnce } = atMost(3, async () => {
    running += 1;
    most = Math.max(most, running);
    await sleep(1);
    running -= 1;
    made += 1;
    return answer;
  });
  await Promise.all(Array.from({ length: 20 }, () => call(request)));
  expect([made, most, mostAtOnce()]).toEqual([20, 3, 3]);
});

test('a call that fails makes room for the next', async () => {
  const { call } = atMost(1, async ({ path }) => {
    if (path === '/bad') throw new Error('no answer');
    return answer;
  });
  const [bad, good] = await Promise.allSettled([call({ ...request, path: '/bad' }), call(request)]);
  expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
});
