import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callOverHttp, jsonOf } from '../../local/api/call.ts';
import { ensureAccepted } from '../../local/api/ensure-accepted.ts';
import { getResponse, type Holder, putResponse } from '../../local/api/response-requests.ts';
import type { LocalFile } from '../../local/people/local-file.ts';
import { findFreePort } from '../../local/ports.ts';
import { aHolder } from '../api/a-poll.ts';
import { countTallied } from '../api/count-tallied.ts';
import { eventually } from '../api/eventually.ts';
import { recordLogsOf } from '../logged/deployed-logs.ts';
import { remembering } from '../logged/secrets.ts';
import { runLocal, runStart, type Started } from './run-start.ts';

const ANSWERS = { 'peer-mentor-training': 5, 'group-facilitator-training': 4 };
const ORGANIZATION = 'harbor-lights';
const TALLIED_MS = 30_000;

let directory: string;
let state: string;
let ports: readonly string[];
let started: Started | undefined;
const holders: Holder[] = [];

const submit = async ({ siteUrl, poll }: LocalFile, people: number): Promise<void> => {
  const call = remembering(callOverHttp(siteUrl));
  for (let person = 0; person < people; person++) {
    const holder = aHolder(poll, ORGANIZATION);
    await ensureAccepted(call, putResponse(holder, { revision: 0, answers: ANSWERS }));
    holders.push(holder);
  }
};

const allCounted = ({ emulatorUrl, tables, poll }: LocalFile) =>
  eventually(`counting ${holders.length}`, TALLIED_MS, async () => {
    const counted = await countTallied(emulatorUrl, tables.tallies, poll);
    return counted === holders.length ? counted : undefined;
  });

const start = async (): Promise<LocalFile> => {
  started = await runStart(state, ports);
  return started.local;
};

const stop = async () => {
  // Whatever becomes of the logs, it must not be left running.
  const logs = started && recordLogsOf(started.local);
  await logs?.catch(() => undefined);
  const ended = await started?.interrupt();
  await logs;
  started = undefined;
  return ended;
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'groundswell-start-'));
  state = join(directory, 'local');
  const [port, emulatorPort] = [await findFreePort(), await findFreePort()];
  ports = ['--port', String(port), '--emulator-port', String(emulatorPort)];
});

afterAll(async () => {
  await stop();
  await rm(directory, { recursive: true, force: true });
});

/** An emulator that was given would neither be stopped nor started again. */
describe.skipIf(process.env.GROUNDSWELL_AWS_ENDPOINT)('npm start', () => {
  test('brings up a site with an open poll and the API on the same origin', async () => {
    const { siteUrl, poll } = await start();
    const call = callOverHttp(siteUrl);
    const page = await call({ method: 'GET', path: '/' });
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const shown = jsonOf(await call({ method: 'GET', path: `/v1/polls/${poll}` }));
    expect(shown).toMatchObject({ id: poll, state: 'open' });
  });

  test.each(['administrator', 'planner', 'coordinator'])('has a token for the %s', async (role) => {
    const { code, output } = await runLocal('token.ts', [role, '--state', state]);
    expect(code).toBe(0);
    expect(output).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  });

  test('tells which port is taken, and how to choose another', async () => {
    const { code, output } = await runLocal('start.ts', ['--state', `${state}-other`, ...ports]);
    expect(code).toBe(1);
    expect(output).toContain(`Port ${ports[1]} is taken`);
    expect(output).toContain('--port');
  });

  test('stops cleanly on Ctrl-C', async () => {
    await submit(started?.local as LocalFile, 15);
    const ended = await stop();
    expect(ended?.code).toBe(0);
    expect(ended?.output).toContain('Stopping the emulator');
  });

  test('has no token to give once it is stopped', async () => {
    const { code, output } = await runLocal('token.ts', ['planner', '--state', state]);
    expect([code, output]).toEqual([1, expect.stringContaining('Run npm start first.')]);
  });

  test('started again, has kept all responses, and counts them and new ones', async () => {
    const local = await start();
    expect(await allCounted(local)).toBe(15);
    await submit(local, 15);
    expect(await allCounted(local)).toBe(30);
    const call = callOverHttp(local.siteUrl);
    for (const holder of holders) {
      expect(jsonOf(await call(getResponse(holder)))).toMatchObject({ answers: ANSWERS });
    }
  });
});
