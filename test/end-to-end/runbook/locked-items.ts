import { randomUUID } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { ensureAccepted } from '../../../local/api/ensure-accepted.ts';
import { putResponse } from '../../../local/api/response-requests.ts';
import { clientSettings } from '../../../local/aws/client-settings.ts';
import { aHolder, asAdministrator, putJson } from '../../api/a-poll.ts';
import { countTallied } from '../../api/count-tallied.ts';
import { eventually } from '../../api/eventually.ts';
import { aBatchRecord } from '../../schemas/failure-records.ts';
import { deployedWorld } from '../deployed-world.ts';
import { byHand, follow } from './follow.ts';
import { itemsByHand } from './items-by-hand.ts';
import { ANSWER, ORGANIZATION, openTrialPoll, POLL } from './trial-poll.ts';

const PATIENCE_MS = 60_000;
const SIGNS_OF_MISFITS = /UncountableResponseError|ResponseUnreadableError/;

/** Ids of responses that a hand wrote. */
const [NO_LEVEL, TOO_SHORT, STRAY] = ['d', 'e', 'f'].map((digit) => digit.repeat(32)) as [
  string,
  string,
  string,
];

const deployment = inject('deployment');
const { emulatorUrl, functions, tables, buckets } = deployment;
const world = deployedWorld();
const byHandItems = itemsByHand(deployment);

const counted = () => countTallied(emulatorUrl, tables.tallies, POLL);

const submit = () => ensureAccepted(world.call, putResponse(aHolder(POLL, ORGANIZATION), ANSWER));

const arnOf = (table: string): string => `arn:aws:dynamodb:us-east-1:000000000000:table/${table}`;

/** Settles once tally logged something. */
const loggedByTally = (what: RegExp): Promise<true> =>
  eventually(`logging ${what}`, PATIENCE_MS, async () => {
    const entries = `aws logs filter-log-events --log-group-name /aws/lambda/${functions.tally}`;
    return what.test(await byHand(entries)) ? true : undefined;
  });

const policyOf = async (table: string): Promise<unknown> =>
  JSON.parse(
    await byHand(
      `aws dynamodb get-resource-policy --resource-arn ${arnOf(table)} --query Policy --output text`,
    ),
  );

/** The emulator takes such a policy, but not from a template. */
const putPolicies = async (): Promise<void> => {
  const statement = {
    Effect: 'Deny',
    Principal: '*',
    Action: 'dynamodb:DeleteItem',
    Resource: '*',
  };
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  for (const table of Object.values(tables)) {
    await byHand(
      `aws dynamodb put-resource-policy --resource-arn ${arnOf(table)} --policy '${policy}'`,
    );
  }
};

/** What nobody may do but the functions can be done while a section is followed, and no longer. */
const expectLockedAgain = async (said: string, before: ReadonlyMap<string, unknown>) => {
  for (const [table, policy] of before) {
    const name = table.replace('groundswell-local-', '');
    expect(said).toContain(`${name} is open`);
    expect(said).toContain(`${name} is locked again`);
    expect(await policyOf(table)).toEqual(policy);
  }
};

beforeAll(async () => {
  await putPolicies();
  await openTrialPoll(world);
});

describe('tally-failing: a response that does not fit its poll', () => {
  test('is found without a look at it, and taken away; its bucket is counted again', async () => {
    const before = new Map([[tables.responses, await policyOf(tables.responses)]]);
    await submit();
    await world.tallied(POLL, 1);
    await byHandItems.putResponse(POLL, ORGANIZATION, NO_LEVEL, '9'.repeat(20));
    await byHandItems.putResponse(POLL, ORGANIZATION, TOO_SHORT, '5'.repeat(19));
    await submit();
    await loggedByTally(SIGNS_OF_MISFITS);
    const misfits = [NO_LEVEL, TOO_SHORT].map((id) => ({
      pk: { S: `${POLL}#${ORGANIZATION}` },
      sk: { S: id },
    }));
    const givenUp = aBatchRecord(
      functions.tally,
      misfits.map((Keys) => ({ eventName: 'INSERT', dynamodb: { Keys } })),
    );
    const s3 = new S3Client({ ...clientSettings(emulatorUrl), forcePathStyle: true });
    await s3.send(
      new PutObjectCommand({
        ...{ Bucket: buckets.failures, Key: `aws/lambda/${randomUUID()}` },
        Body: JSON.stringify(givenUp),
      }),
    );
    expect(await counted()).toBe(1);

    const said = await follow('tally-failing');
    expect(said).toMatch(/^ *2 calls-to-action#harbor-lights$/m);
    expect(said.match(/^\{"pk".*\}$/gm)).toEqual(misfits.map((keys) => JSON.stringify(keys)));
    expect(said).not.toMatch(/9{20}|5{19}/);
    expect(await counted()).toBe(2);
    await expectLockedAgain(said, before);
    expect(await follow('failures-waiting')).toMatch(
      /^1 replayed, \d+ had been before, 0 failed$/m,
    );
    expect(await counted()).toBe(2);
  });
});

describe('sealed-early: a hand sealed an open poll', () => {
  test('without its seals it counts again, and both tables are locked again', async () => {
    const before = new Map<string, unknown>();
    for (const table of [tables.polls, tables.tallies]) before.set(table, await policyOf(table));
    await byHandItems.seal(POLL);
    const was = await counted();
    await submit();
    await byHand(
      `aws lambda invoke --function-name ${functions.sweep} --payload "$(printf '{"kind":"recount"}' | base64)" /dev/null`,
    );
    expect(await counted()).toBe(was);

    const said = await follow('sealed-early');
    expect(await counted()).toBe(was + 1);
    await expectLockedAgain(said, before);
  });
});

describe('records-uncountable: an organization was lost, or a hand wrote what is no response', () => {
  const LOST = 'lost';

  test('its responses are named by the log; put again and counted again they are there', async () => {
    const was = await counted();
    await byHandItems.putResponse(POLL, LOST, STRAY, '5'.repeat(20));
    await loggedByTally(/tally\.organization-unknown/);
    const call = await asAdministrator(world);
    const path = `/v1/polls/${POLL}/organizations/${LOST}`;
    await ensureAccepted(call, putJson(path, { name: { en: 'Lost' } }));
    const said = await follow('records-uncountable');
    expect(said).toContain(`"organization":"${LOST}"`);
    expect(await counted()).toBe(was + 1);
  });

  test('what is no response is found by its key, and taken away; the table is locked again', async () => {
    const before = new Map([[tables.responses, await policyOf(tables.responses)]]);
    const was = await counted();
    await byHandItems.putResponse(POLL, `${ORGANIZATION}#1`, STRAY, '5'.repeat(20));
    await byHandItems.putResponse(POLL, ORGANIZATION, 'no-id', '5'.repeat(20));
    await loggedByTally(/tally\.record-malformed/);
    const misfits = [
      { pk: { S: `${POLL}#${ORGANIZATION}#1` }, sk: { S: STRAY } },
      { pk: { S: `${POLL}#${ORGANIZATION}` }, sk: { S: 'no-id' } },
    ].map((keys) => JSON.stringify(keys));

    const said = await follow('records-uncountable');
    expect(said.match(/^\{"pk".*\}$/gm)?.sort()).toEqual(misfits.sort());
    await expectLockedAgain(said, before);
    expect(await counted()).toBe(was);
    expect(await follow('records-uncountable')).not.toMatch(/^\{"pk"/m);
  });
});
