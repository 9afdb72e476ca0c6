import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Call } from '../../../local/api/call.ts';
import { ensureAccepted, withToken } from '../../../local/api/ensure-accepted.ts';
import { awaitSnapshot, downloadFile } from '../../../local/api/reports.ts';
import { putResponse } from '../../../local/api/response-requests.ts';
import type { Snapshot } from '../../../schemas/release.ts';
import { aHolder, aPollId, aPollRequest, asAdministrator, putJson } from '../../api/a-poll.ts';
import type { ApiWorld } from '../../api/api-world.ts';
import { answer, heading, LANGUAGES, press } from '../../browser/form/respondent.ts';
import { deployedWorld } from '../deployed-world.ts';
import { type DeployedSite, openDeployedSite, STARTING_MS } from './deployed-site.ts';

const RELEASING_MS = 180_000;
const AT_ONCE = 8;
const TITLES = { title: { en: 'Fruit and bread', es: 'Fruta y pan' } };

/** Enough, and different enough in size, for the other voices to be released. */
const ORGANIZATIONS = Array.from({ length: 30 }, (_, index) => ({
  id: `rco-${index + 1}`,
  people: 12 + 4 * (index % 5),
}));
const SENT = ORGANIZATIONS.reduce((all, { people }) => all + people, 0);

let world: ApiWorld;
let site: DeployedSite;
let planner: Call;
let poll: string;
let final: Snapshot;

const openPoll = async (): Promise<void> => {
  const administrator = await asAdministrator(world);
  await ensureAccepted(administrator, putJson(`/v1/polls/${poll}`, aPollRequest(TITLES)));
  const lines = ORGANIZATIONS.map(({ id }) => `${id},Organization ${id}`);
  await ensureAccepted(administrator, {
    method: 'POST',
    path: `/v1/polls/${poll}/organizations`,
    headers: { 'content-type': 'text/csv' },
    body: ['id,name', ...lines].join('\n'),
  });
  await ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${poll}/open` });
};

/** What people of an organization say: apples are liked everywhere, pears in small ones. */
const answersOf = (people: number, person: number) => ({
  apples: person % 4 === 0 ? 2 : 5,
  pears: person < people / 3 || people < 20 ? 4 : 1 + (person % 3),
  rye: 1 + (person % 5),
});

const sendAnswers = async (): Promise<void> => {
  const requests = ORGANIZATIONS.flatMap(({ id, people }) =>
    Array.from({ length: people }, (_, person) =>
      putResponse(aHolder(poll, id), { revision: 1, answers: answersOf(people, person) }),
    ),
  );
  const rows = Array.from({ length: AT_ONCE }, async () => {
    for (let next = requests.pop(); next; next = requests.pop()) {
      await ensureAccepted(world.call, next);
    }
  });
  await Promise.all(rows);
};

const sendByTheForm = async (): Promise<Page> => {
  const { page } = await site.visit(`/p/${poll}/rco-1`);
  await answer(page, 1, LANGUAGES.en.agree);
  await press(page, LANGUAGES.en.send);
  await heading(page, LANGUAGES.en.sent);
  return page;
};

/** One answers, changes the answer to a level that nobody else chose, and stays; one answers and takes the answers back. */
const twoByTheForm = async (): Promise<void> => {
  const stays = await sendByTheForm();
  await press(stays, LANGUAGES.en.change);
  await answer(stays, 1, LANGUAGES.en.neutral);
  await press(stays, LANGUAGES.en.send);
  await heading(stays, LANGUAGES.en.sent);
  await stays.context().close();
  const leaves = await sendByTheForm();
  await world.tallied(poll, SENT + 2);
  await press(leaves, LANGUAGES.en.takeBack);
  await press(leaves, LANGUAGES.en.yes);
  await heading(leaves, LANGUAGES.en.takenBack);
  await leaves.context().close();
};

beforeAll(async () => {
  world = deployedWorld();
  poll = aPollId();
  [site] = await Promise.all([openDeployedSite(), openPoll()]);
  planner = withToken(world.call, await world.tokenOf('planner'));
  await sendAnswers();
  await twoByTheForm();
  await world.tallied(poll, SENT + 1);
  const administrator = await asAdministrator(world);
  await ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${poll}/close` });
  const signal = AbortSignal.timeout(RELEASING_MS);
  final = await awaitSnapshot(planner, poll, 'final', { patienceMs: RELEASING_MS, signal });
}, STARTING_MS + RELEASING_MS);

afterAll(() => site?.close());

describe('what was released of a poll', () => {
  test('counts who answered by the form as they changed it, and not who took the answers back', async () => {
    const text = async (file: string): Promise<string> =>
      new TextDecoder().decode(await downloadFile(planner, poll, final, file));
    const count = ORGANIZATIONS.length;
    expect(await text('participation.csv')).toContain(
      `statewide,all,${SENT + 1},${count},${count}`,
    );
    const distribution = await text('distribution.csv');
    const columns = distribution.split(/\r?\n/)[0]?.split(',') ?? [];
    const apples = /^statewide,all,apples,.*$/m.exec(distribution)?.[0].split(',') ?? [];
    expect(apples).toContain(String(SENT + 1));
    expect(apples[columns.indexOf('level_3')]).toBe('1');
  });

  test('is what a planner sees after signing in, in another voice, and downloads', async () => {
    const { page, requests } = await site.signedIn('planner', `/results/${poll}`, {
      acceptDownloads: true,
    });
    await page.getByRole('heading', { level: 1, name: 'Fruit and bread' }).waitFor();
    await page
      .getByText(`${SENT + 1} people answered through 30 of the 30 organizations`)
      .waitFor();
    const figures = () => page.locator('table.items tbody tr').allInnerTexts();
    const each = await figures();
    await page.getByRole('radio', { name: 'Each organization counts once' }).check();
    await page.waitForURL(/voice=organization/);
    expect(await figures()).not.toEqual(each);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'priorities.csv', exact: true }).click(),
    ]);
    const own = await downloadFile(planner, poll, final, 'priorities.csv');
    expect(await readFile(await download.path())).toEqual(Buffer.from(own));
    const ours = requests.filter((url) => !url.startsWith('blob:'));
    expect(site.elsewhere(ours)).toEqual([]);
    await page.context().close();
  });
});
