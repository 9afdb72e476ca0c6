import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ApiAnswer, Call } from '../../local/api/call.ts';
import { createJournal } from '../../local/demonstration/journal.ts';
import { closeUnderLoad } from './close-under-load.ts';

const answer = (status: number): ApiAnswer => ({ status, headers: {}, body: new Uint8Array() });
const { signal } = new AbortController();
const patience = { patienceMs: 5_000, everyMs: 1, signal };

/** An intake that closes, and whose answers may get lost, be that before or after it wrote. */
const aService = (lost: (request: number) => 'before' | 'after' | undefined) => {
  const stored = new Set<string>();
  let [isOpen, requests] = [true, 0];
  const call: Call = async ({ method, path }) => {
    await new Promise((resolve) => setImmediate(resolve));
    if (method === 'GET') return answer(stored.has(path) ? 200 : 404);
    const lostWhen = lost(++requests);
    if (lostWhen === 'before') throw new Error('killed');
    if (!isOpen) return answer(409);
    stored.add(path);
    if (lostWhen === 'after') throw new Error('killed');
    return answer(201);
  };
  const close = async () => {
    await sleep(20);
    isOpen = false;
  };
  return { call, close, stored };
};

const newcomer = () => {
  const receipt = crypto.randomUUID();
  return { holder: { poll: 'p', organization: 'harbor', receipt }, answers: { rye: 1 } };
};

test.each<[string, (request: number) => 'before' | 'after' | undefined]>([
  ['nothing gets lost', () => undefined],
  ['some requests get lost', (request) => (request % 3 === 0 ? 'before' : undefined)],
  ['some answers get lost', (request) => (request % 3 === 0 ? 'after' : undefined)],
])('what is in force after the close is told truly where %s', async (_, lost) => {
  const { call, close, stored } = aService(lost);
  const journal = createJournal();
  await closeUnderLoad({ ways: [call, call, call], close, newcomer, journal, patience });
  expect(stored.size).toBeGreaterThan(0);
  expect(journal.inForce().length).toBe(stored.size);
});

test('a submission whose answers all got lost is looked up once it is refused', async () => {
  const { call, close, stored } = aService(() => 'after');
  const journal = createJournal();
  await closeUnderLoad({ ways: [call], close, newcomer, journal, patience });
  expect([stored.size, journal.inForce().length]).toEqual([1, 1]);
});
