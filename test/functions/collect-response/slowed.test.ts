import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../../local/api/call.ts';
import {
  deleteResponse,
  getResponse,
  type Holder,
  putResponse,
} from '../../../local/api/response-requests.ts';
import type { Problem } from '../../../schemas/problem.ts';
import { WHILE_OPEN } from '../../core/polls/a-poll.ts';
import { aCollectingWorld } from './collecting-world.ts';

const aHolder = (): Holder => ({
  poll: 'spring',
  organization: 'harbor',
  receipt: randomBytes(16).toString('base64url'),
});

const body = (revision: number, level = 5) => ({ revision, answers: { mentors: level } });

/** An organization that is slowed down for as many more seconds. */
const aSlowedWorld = (seconds: number) => {
  const state = { slowUntil: '' };
  const world = aCollectingWorld({
    deps: {
      findOrganization: async (_poll, id) => ({ id, slowUntil: state.slowUntil }),
    },
  });
  const slow = (): void => {
    state.slowUntil = new Date(WHILE_OPEN.getTime() + seconds * 1000).toISOString();
  };
  return { ...world, slow };
};

describe('while an organization is slowed down', () => {
  test('a new response is told to wait until then, and nothing is kept of it', async () => {
    const { call, responses, slow } = aSlowedWorld(90);
    slow();
    const answer = await call(putResponse(aHolder(), body(1)));
    expect([answer.status, (jsonOf(answer) as Problem).code]).toEqual([429, 'slowed']);
    expect(answer.headers['retry-after']).toBe('90');
    expect(responses.items.size).toBe(0);
  });

  test('whoever holds a receipt reads, repeats, changes and withdraws as ever', async () => {
    const { call, slow } = aSlowedWorld(90);
    const holder = aHolder();
    await call(putResponse(holder, body(1)));
    slow();
    const statuses = [];
    for (const request of [
      putResponse(holder, body(1)),
      putResponse(holder, body(2, 3)),
      getResponse(holder),
      putResponse(holder, body(1)),
      deleteResponse(holder),
      putResponse(holder, body(3)),
    ]) {
      statuses.push((await call(request)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 409, 204, 410]);
  });

  test('withdrawing what is not there is told to wait, too, and leaves no tombstone', async () => {
    const { call, responses, slow } = aSlowedWorld(90);
    slow();
    const answer = await call(deleteResponse(aHolder()));
    expect([answer.status, (jsonOf(answer) as Problem).code]).toEqual([429, 'slowed']);
    expect(answer.headers['retry-after']).toBe('90');
    expect(responses.items.size).toBe(0);
  });

  test('what was withdrawn can be withdrawn again', async () => {
    const { call, slow } = aSlowedWorld(90);
    const holder = aHolder();
    await call(deleteResponse(holder));
    slow();
    expect((await call(deleteResponse(holder))).status).toBe(204);
  });

  test('a fault is told before the wait', async () => {
    const { call, slow } = aSlowedWorld(90);
    slow();
    expect((await call(putResponse(aHolder(), body(1, 9)))).status).toBe(422);
  });

  test('it ends by itself', async () => {
    const { call, slow } = aSlowedWorld(0);
    slow();
    expect((await call(putResponse(aHolder(), body(1)))).status).toBe(201);
  });
});
