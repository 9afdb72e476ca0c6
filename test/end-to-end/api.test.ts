import { describe, expect, inject, test } from 'vitest';
import { functionLogs } from '../../local/emulator/save-function-logs.ts';
import { describeClient } from '../api/client/describe-client.ts';
import { type AccessWorld, describeAccess } from '../api/describe-access.ts';
import { describeAdministration } from '../api/describe-administration.ts';
import { describeForm } from '../api/describe-form.ts';
import { describeMethods } from '../api/describe-methods.ts';
import { describeParticipation } from '../api/describe-participation.ts';
import { describeReports } from '../api/describe-reports.ts';
import { describeResponses } from '../api/describe-responses.ts';
import { textFaults } from '../logged/log-line-faults.ts';
import { takeFaults, watchLine } from '../logged/watched.ts';
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

test('what the deployed functions logged meanwhile has codes, and holds nothing personal', async () => {
  const { emulatorUrl, functions } = inject('deployment');
  const lines = await functionLogs(emulatorUrl, Object.values(functions));
  const others = lines.filter((line) => !watchLine(line));
  const { faults, entries } = takeFaults();
  expect(faults).toEqual([]);
  expect(others.filter((line) => textFaults(line).length > 0)).toEqual([]);
  expect(entries).toBeGreaterThan(100);
});
