import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PollDefinition } from '../../schemas/poll.ts';
import { type Call, callOverHttp } from '../api/call.ts';
import { ensureAccepted, withToken } from '../api/ensure-accepted.ts';
import { listSnapshots, NotReleasedError } from '../api/reports.ts';
import { deleteResponse, type Holder, putResponse } from '../api/response-requests.ts';
import { openPoll } from '../demonstration/open-poll.ts';
import type { Deployment } from '../deployment/describe-deployment.ts';
import { accessToken } from '../people/access-token.ts';
import { type User, userOf } from '../people/users.ts';
import type { KeptResponse } from './kept-release.ts';

const POLL = 'kept';
const ORGANIZATIONS = ['first', 'second', 'third'];
const PEOPLE_EACH = 12;
const MOST_RELEASES = 30;
const PAUSE_MS = 3_000;
const CLOSES_AT = new Date('2099-12-31T00:00:00Z');

const DEFINITION = PollDefinition.parse({
  levels: 5,
  categories: [
    { id: 'fruit', items: ['apples', 'pears'] },
    { id: 'bread', items: ['rye'] },
  ],
});

/**
 * Runs a small poll until it has an interim release: responses that stay, change and are
 * withdrawn, from enough people of enough organizations. It stays open.
 */
export const runSmallPoll = async (
  deployment: Deployment,
  users: readonly User[],
): Promise<{ readonly poll: string; readonly responses: readonly KeptResponse[] }> => {
  const call = callOverHttp(deployment.apiUrl);
  const administrator = withToken(
    call,
    await accessToken(deployment, userOf(users, 'administrator')),
  );
  const planner = withToken(call, await accessToken(deployment, userOf(users, 'planner')));
  await openPoll(administrator, {
    id: POLL,
    definition: DEFINITION,
    closesAt: CLOSES_AT,
    organizations: ORGANIZATIONS.map((id) => ({
      id,
      responses: PEOPLE_EACH,
      request: { name: { en: id }, attributes: {}, peopleServed: 100 },
    })),
  });
  const responses: KeptResponse[] = [];
  for (const organization of ORGANIZATIONS) {
    for (let person = 0; person < PEOPLE_EACH; person++) {
      responses.push(await respond(call, organization, person));
    }
    responses.push(await respondAndWithdraw(call, organization));
  }
  await releaseOnce(administrator, planner);
  return { poll: POLL, responses };
};

const aHolder = (organization: string): Holder => ({
  poll: POLL,
  organization,
  receipt: randomBytes(16).toString('base64url'),
});

/** Every third person changes the answers once. */
const respond = async (call: Call, organization: string, person: number): Promise<KeptResponse> => {
  const holder = aHolder(organization);
  const first = { apples: (person % 5) + 1, rye: 5 - (person % 5) };
  await ensureAccepted(call, putResponse(holder, { revision: 1, answers: first }));
  if (person % 3 !== 0) return { holder, answers: first };
  const answers = { pears: (person % 4) + 1 };
  await ensureAccepted(call, putResponse(holder, { revision: 2, answers }));
  return { holder, answers };
};

const respondAndWithdraw = async (call: Call, organization: string): Promise<KeptResponse> => {
  const holder = aHolder(organization);
  await ensureAccepted(call, putResponse(holder, { revision: 1, answers: { apples: 1 } }));
  await ensureAccepted(call, deleteResponse(holder));
  return { holder };
};

const releaseOnce = async (administrator: Call, planner: Call): Promise<void> => {
  for (let attempt = 0; attempt < MOST_RELEASES; attempt++) {
    await ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${POLL}/release` });
    await sleep(PAUSE_MS);
    if ((await listSnapshots(planner, POLL)).length > 0) return;
  }
  throw new NotReleasedError(`No interim release came in ${MOST_RELEASES} attempts.`);
};
