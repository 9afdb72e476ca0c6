import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import {
  CreateScheduleCommand,
  GetScheduleCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { callOverHttp, jsonOf } from '../../local/api/call.ts';
import { ensureAccepted, withToken } from '../../local/api/ensure-accepted.ts';
import { downloadFile, listSnapshots } from '../../local/api/reports.ts';
import { getResponse, putResponse } from '../../local/api/response-requests.ts';
import { clientSettings } from '../../local/aws/client-settings.ts';
import { recount } from '../../local/demonstration/recount.ts';
import { deployAssembly, prepareForCdk } from '../../local/deployment/deploy.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import { findEmulator, obtainEmulator } from '../../local/emulator/obtain-emulator.ts';
import type { Emulator } from '../../local/emulator/start-emulator.ts';
import { accessToken } from '../../local/people/access-token.ts';
import { createUsers } from '../../local/people/create-users.ts';
import { demonstrationUsers, userOf } from '../../local/people/users.ts';
import { placesIn } from '../../local/places.ts';
import { findFreePort } from '../../local/ports.ts';
import { readHeldData, writeHeldData } from '../../local/release/held-data.ts';
import { type KeptRelease, readLastRelease } from '../../local/release/kept-release.ts';
import { aHolder } from '../api/a-poll.ts';
import { countTallied } from '../api/count-tallied.ts';
import { eventually } from '../api/eventually.ts';
import { recordLogsOf } from '../logged/deployed-logs.ts';
import { remembering } from '../logged/secrets.ts';
import { makeKeptAssembly, moveAssembly } from '../releases/kept-assembly.ts';

const SCHEDULE = { Name: 'kept-seal', GroupName: 'groundswell-local-one-off-schedules' };
const TALLIED_MS = 30_000;
const users = demonstrationUsers('first');
const program = { signal: new AbortController().signal };

let directory: string;
let emulator: Emulator | undefined;
let release: KeptRelease;
let before: Deployment;
let after: Deployment;

const schedulerOf = ({ emulatorUrl }: Deployment) =>
  new SchedulerClient(clientSettings(emulatorUrl));

/** A seal that waits for its time, as one does for every open poll. */
const setSchedule = (deployment: Deployment) =>
  schedulerOf(deployment).send(
    new CreateScheduleCommand({
      ...SCHEDULE,
      ScheduleExpression: 'at(2099-12-31T00:01:00)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: `arn:aws:lambda:us-east-1:000000000000:function:${deployment.functions.sweep}`,
        RoleArn: 'arn:aws:iam::000000000000:role/groundswell-local-one-off-schedules',
        Input: '{"kind":"seal-due"}',
      },
    }),
  );

const as = async (role: string) =>
  withToken(remembering(callOverHttp(after.apiUrl)), await accessToken(after, userOf(users, role)));

const answered = () => release.responses.filter(({ answers }) => answers).length;

/** An emulator that was given holds the stage already. */
describe.skipIf(process.env.GROUNDSWELL_AWS_ENDPOINT)('an upgrade of the last release', () => {
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'groundswell-upgrade-'));
    release = await readLastRelease();
    const places = placesIn(join(directory, 'run'));
    emulator = await obtainEmulator(await findEmulator(), { port: await findFreePort(), places });
    const settings = { endpoint: emulator.endpoint, places };
    const [old, today] = [join(directory, 'old'), join(directory, 'today')];
    const endpoints = { from: inject('deployment').emulatorUrl, to: emulator.endpoint };
    await moveAssembly(inject('assembly'), today, endpoints);
    await makeKeptAssembly(today, old, release.templates);
    await prepareForCdk(program, settings, old);
    before = await deployAssembly(program, settings, old);
    const pool = new CognitoIdentityProviderClient(clientSettings(emulator.endpoint));
    await createUsers(pool, before.userPool, users);
    await writeHeldData(before, release.data);
    await setSchedule(before);
    after = await deployAssembly(program, settings, today);
  });

  afterAll(async () => {
    try {
      await recordLogsOf(after);
    } finally {
      await emulator?.stop();
      await rm(directory, { recursive: true, force: true });
    }
  });

  test('keeps the user pool, its client, and the address of the API', () => {
    expect(after).toEqual(before);
  });

  test('keeps every item and every object', async () => {
    const { tables, buckets } = await readHeldData(after);
    const { tables: kept, buckets: keptBuckets } = release.data;
    expect(tables.responses).toEqual(kept.responses);
    expect(buckets.checkpoints).toEqual(expect.arrayContaining([...keptBuckets.checkpoints]));
    for (const name of ['reports', 'participation'] as const) {
      const keys = buckets[name].map(({ key }) => key);
      for (const { key } of keptBuckets[name]) expect(keys).toContain(key);
    }
  });

  test('lets everyone read what they answered, and says what was withdrawn', async () => {
    const call = remembering(callOverHttp(after.apiUrl));
    expect(answered()).toBeGreaterThan(30);
    for (const { holder, answers } of release.responses) {
      const answer = await call(getResponse(holder));
      if (answers) expect(jsonOf(answer)).toMatchObject({ answers });
      else expect(answer.status).toBe(410);
    }
  });

  test('lets administrators and planners sign in, and see the poll and its release', async () => {
    const { polls } = jsonOf(
      await ensureAccepted(await as('administrator'), { method: 'GET', path: '/v1/polls' }),
    ) as { polls: readonly object[] };
    expect(polls).toEqual([expect.objectContaining({ id: release.poll })]);
    const planner = await as('planner');
    const snapshots = await listSnapshots(planner, release.poll);
    const [oldest] = snapshots.slice(-1);
    if (!oldest) throw new Error('no snapshot is listed');
    for (const { path } of oldest.files) {
      expect((await downloadFile(planner, release.poll, oldest, path)).length).toBeGreaterThan(0);
    }
  });

  test('keeps the schedule of a seal', async () => {
    const schedule = await schedulerOf(after).send(new GetScheduleCommand(SCHEDULE));
    expect(schedule.ScheduleExpression).toBe('at(2099-12-31T00:01:00)');
  });

  test('counts what was there and what comes, without double', async () => {
    await recount(after);
    const counted = (people: number) =>
      eventually(`counting ${people}`, TALLIED_MS, async () =>
        (await countTallied(after.emulatorUrl, after.tables.tallies, release.poll)) === people
          ? people
          : undefined,
      );
    expect(await counted(answered())).toBe(answered());
    const body = { revision: 1, answers: { apples: 3 } };
    const call = remembering(callOverHttp(after.apiUrl));
    await ensureAccepted(call, putResponse(aHolder(release.poll), body));
    expect(await counted(answered() + 1)).toBe(answered() + 1);
  });
});
