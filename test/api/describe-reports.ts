import { beforeAll, describe, expect, test } from 'vitest';
import { type Call, textOf } from '../../local/api/call.ts';
import { ensureAccepted, withToken } from '../../local/api/ensure-accepted.ts';
import { downloadFile, listSnapshots } from '../../local/api/reports.ts';
import { deleteResponse, putResponse } from '../../local/api/response-requests.ts';
import type { Snapshot } from '../../schemas/release.ts';
import { aHolder, asAdministrator, ORGANIZATIONS, openPoll } from './a-poll.ts';
import type { ApiWorld } from './api-world.ts';
import { eventually } from './eventually.ts';
import { expectProblem } from './expect-problem.ts';

const RELEASE_MS = 30_000;
const FINAL_MS = 90_000;

/** From answers to reports: an interim release, then the final one, and who may read them. */
export const describeReports = (world: () => ApiWorld): void => {
  let administrator: Call;
  let planner: Call;
  let poll: string;
  let sent = 0;

  /** So many people of each organization answer; another one of each withdraws again. */
  const send = async (each: number) => {
    for (const organization of ORGANIZATIONS) {
      for (let person = 0; person < each; person++) {
        const answers = { apples: 5, pears: (person % 5) + 1, rye: 2 };
        const request = putResponse(aHolder(poll, organization), { revision: 0, answers });
        await ensureAccepted(world().call, request);
      }
      const changedTheirMind = aHolder(poll, organization);
      await world().call(putResponse(changedTheirMind, { revision: 0, answers: { apples: 1 } }));
      await ensureAccepted(world().call, deleteResponse(changedTheirMind));
    }
    sent += each * ORGANIZATIONS.length;
    await world().tallied(poll, sent);
  };

  const release = () =>
    ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${poll}/release` });

  const released = (kind: Snapshot['kind'], patienceMs: number) =>
    eventually(`the ${kind} release`, patienceMs, async () =>
      (await listSnapshots(planner, poll)).find((snapshot) => snapshot.kind === kind),
    );

  beforeAll(async () => {
    administrator = await asAdministrator(world());
    planner = withToken(world().call, await world().tokenOf('planner'));
    poll = await openPoll(world());
  });

  describe('reports', () => {
    test('are an empty list before anything is released', async () => {
      expect(await listSnapshots(planner, poll)).toEqual([]);
      const path = `/v1/polls/${poll}/reports/latest/priorities.csv`;
      expectProblem(await planner({ method: 'GET', path }), 404, 'nothing-released');
    });

    test.each([undefined, 'coordinator:first'])('are not for anyone (%s)', async (role) => {
      const call = role ? withToken(world().call, await world().tokenOf(role)) : world().call;
      for (const path of ['', '/latest/priorities.csv', '/000001-0123456789ab/priorities.csv']) {
        const answer = await call({ method: 'GET', path: `/v1/polls/${poll}/reports${path}` });
        expect(answer.status).toBe(role ? 403 : 401);
      }
    });

    test('are for anyone where the poll says so', async () => {
      const open = await openPoll(world(), { reports: 'public' });
      expect(await listSnapshots(world().call, open)).toEqual([]);
    });

    test('come while the poll is open once two roll-ups have enough between them', async () => {
      await send(8);
      await release();
      await eventually('the first roll-up', RELEASE_MS, async () => {
        await send(6);
        await release();
        return (await listSnapshots(planner, poll)).length > 0 ? true : undefined;
      });
      const interim = await released('interim', RELEASE_MS);
      const text = new TextDecoder().decode(
        await downloadFile(planner, poll, interim, 'participation.csv'),
      );
      expect(text).toMatch(/^attribute,group,responses,organizations,organizations_asked\r\n/);
    });

    test('are final after the close, and count every accepted response', async () => {
      await send(5);
      await ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${poll}/close` });
      await world().sealed(poll);
      const final = await released('final', FINAL_MS);
      const text = new TextDecoder().decode(
        await downloadFile(planner, poll, final, 'participation.csv'),
      );
      expect(text).toContain(`statewide,all,${sent},3,3`);
    });

    test('list every file with its size and hash, and serve just these bytes', async () => {
      for (const snapshot of await listSnapshots(planner, poll)) {
        for (const { path } of snapshot.files) await downloadFile(planner, poll, snapshot, path);
        expect(snapshot.files.map(({ path }) => path)).toEqual(
          expect.arrayContaining(['datapackage.json', 'priorities.csv', 'priorities.json']),
        );
      }
    });

    test('have a latest, and answer 304 to who has it already', async () => {
      const request = { method: 'GET', path: `/v1/polls/${poll}/reports/latest/priorities.csv` };
      const answer = await planner(request);
      expect(textOf(answer)).toMatch(/^list,id,title,voice,metric,rank,/);
      const headers = { 'if-none-match': answer.headers.etag ?? '' };
      expect((await planner({ ...request, headers })).status).toBe(304);
    });

    test('have no files but the listed ones', async () => {
      const [latest] = await listSnapshots(planner, poll);
      const base = `/v1/polls/${poll}/reports`;
      for (const path of [
        `${latest?.snapshot}/latest.json`,
        `000009-0123456789ab/priorities.csv`,
      ]) {
        expectProblem(
          await planner({ method: 'GET', path: `${base}/${path}` }),
          404,
          'unknown-file',
        );
      }
    });

    test('take nothing in any more once the poll is closed', async () => {
      const request = putResponse(aHolder(poll), { revision: 0, answers: { rye: 1 } });
      expectProblem(await world().call(request), 409, 'closed');
    });
  });
};
