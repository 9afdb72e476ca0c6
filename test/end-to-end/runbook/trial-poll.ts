import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureAccepted } from '../../../local/api/ensure-accepted.ts';
import { PROJECT } from '../../../local/places.ts';
import { asAdministrator, putJson } from '../../api/a-poll.ts';
import type { ApiWorld } from '../../api/api-world.ts';

/** The poll and the organization that the runbook's commands name. */
export const POLL = 'calls-to-action';
export const ORGANIZATION = 'harbor-lights';

const HOUR_MS = 3_600_000;

/** An answer to the shipped poll. */
export const ANSWER = { revision: 1, answers: { 'peer-mentor-training': 5 } };

/** Opens the shipped poll under the name that the runbook gives it. */
export const openTrialPoll = async (world: ApiWorld): Promise<void> => {
  const call = await asAdministrator(world);
  const shipped = await readFile(join(PROJECT, 'polls', `${POLL}.json`), 'utf8');
  const closesAt = new Date(Date.now() + HOUR_MS).toISOString();
  await ensureAccepted(
    call,
    putJson(`/v1/polls/${POLL}`, { definition: JSON.parse(shipped), closesAt }),
  );
  for (const id of [ORGANIZATION, 'midtown-together', 'open-door']) {
    const path = `/v1/polls/${POLL}/organizations/${id}`;
    // So few that all responses are in one bucket: what spoils it spoils every count of it.
    const organization = { name: { en: id }, peopleServed: 300, expectedResponses: 100 };
    await ensureAccepted(call, putJson(path, organization));
  }
  await ensureAccepted(call, { method: 'POST', path: `/v1/polls/${POLL}/open` });
};
