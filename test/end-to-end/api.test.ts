import { describe, expect, inject, test } from 'vitest';
import { readFunctionLogs } from '../../local/emulator/save-function-logs.ts';
import { describeClient } from '../api/client/describe-client.ts';
import { type AccessWorld, describeAccess } from '../api/describe-access.ts';
import { describeAdministration } from '../api/describe-administration.ts';
import { describeForm } from '../api/describe-form.ts';
import { describeMethods } from '../api/describe-methods.ts';
import { describeParticipation } from '../api/describe-participation.ts';
import { describeReports } from '../api/describe-reports.ts';
import { describeResponses } from '../api/describe-responses.ts';
import { isOfLog } from '../logged/log-line-faults.ts';
import { deployedWorld } from './deployed-world.ts';

let made: AccessWorld | undefined;
const world = (): AccessWorld => {
  made ??= deployedWorld();
  return made;
};

describe('what was deployed', () => {
  describeResponses(world);
  describeForm(world);
  describeAdministration(world);
  describeReports(world);
  describeParticipation(world);
  describeAccess(world);
  // The emulator answers OPTIONS by itself.
  describeMethods(world, ['HEAD', 'PATCH']);
  describeClient(world);
});

test('what the deployed functions logged is there to be looked at when the run ends', async () => {
  const { emulatorUrl, functions } = inject('deployment');
  const logs = await readFunctionLogs(emulatorUrl, Object.values(functions));
  const entries = [...logs.values()].flat().filter(({ message }) => isOfLog(message));
  expect(entries.length).toBeGreaterThan(100);
});
