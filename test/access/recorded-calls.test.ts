import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { rolesOf } from '../lib/callers.ts';
import { grantsOf, isUsedBy, lineOf } from './grants.ts';
import { RECORDED_CALLS, type RecordedCall } from './recorded-call.ts';
import { refusedCalls } from './refused-calls.ts';
import { UNUSED_PERMISSIONS } from './unused-permissions.ts';

const STAGE = 'local';

/** A record of another run would say nothing about today's code. */
const callsOfThisRun = (): readonly RecordedCall[] => {
  const file = process.env[RECORDED_CALLS];
  if (!file) {
    throw new Error(
      'Nothing was recorded in this run: run the end-to-end tests with it, vitest run --project end-to-end --project access',
    );
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
};

/** An emulator that was given is not asked through the recorder. */
describe.skipIf(process.env.GROUNDSWELL_AWS_ENDPOINT)('what functions asked AWS for', () => {
  let calls: readonly RecordedCall[] = [];

  beforeAll(() => {
    calls = callsOfThisRun();
  });

  test('was asked by every function', () => {
    const callers = new Set(calls.map(({ caller }) => caller));
    const functions = rolesOf(STAGE).filter((role) => !role.endsWith('schedules'));
    expect([...callers].sort()).toEqual(functions);
  });

  test('is allowed by the policies of its role and of what it was asked of', async () => {
    expect(await refusedCalls(STAGE, calls)).toEqual([]);
  });

  test('is all that is granted, but for what is justified', () => {
    const unused = grantsOf(STAGE)
      .filter((grant) => !calls.some((call) => isUsedBy(grant, call)))
      .map(lineOf)
      .sort();
    const justified = UNUSED_PERMISSIONS.flatMap(({ grants }) => grants);
    expect(unused).toEqual([...justified].sort());
  });
});
