import { randomBytes } from 'node:crypto';
import type { ApiRequest, Call } from '../../local/api/call.ts';
import { ensureAccepted, withToken } from '../../local/api/ensure-accepted.ts';
import type { Holder } from '../../local/api/response-requests.ts';
import type { ApiWorld } from './api-world.ts';

/** The least definition that a person has to write. */
export const aDefinition = (more: object = {}) => ({
  levels: 5,
  categories: [
    { id: 'fruit', items: ['apples', 'pears'] },
    { id: 'bread', items: ['rye'] },
  ],
  ...more,
});

const HOUR_MS = 3_600_000;

/** Three organizations, of which the first is rather small. */
export const ORGANIZATIONS = ['first', 'second', 'third'] as const;

/** An id that no other poll has. */
export const aPollId = (): string => `poll-${randomBytes(6).toString('hex')}`;

/** A holder with a receipt of their own. */
export const aHolder = (poll: string, organization: string = ORGANIZATIONS[0]): Holder => ({
  poll,
  organization,
  receipt: randomBytes(16).toString('base64url'),
});

/** A PUT with a JSON body. */
export const putJson = (path: string, body: unknown): ApiRequest => ({
  method: 'PUT',
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** What an administrator sends to put a poll that closes in an hour. */
export const aPollRequest = (more: object = {}) => ({
  definition: aDefinition(more),
  closesAt: new Date(Date.now() + HOUR_MS).toISOString(),
});

/** Calls with an administrator's token. */
export const asAdministrator = async (world: ApiWorld): Promise<Call> =>
  withToken(world.call, await world.tokenOf('administrator'));

/** Puts a poll with three organizations, as a draft. */
export const putDraft = async (world: ApiWorld, more: object = {}): Promise<string> => {
  const call = await asAdministrator(world);
  const poll = aPollId();
  await ensureAccepted(call, putJson(`/v1/polls/${poll}`, aPollRequest(more)));
  for (const [index, organization] of ORGANIZATIONS.entries()) {
    const body = { name: { en: `The ${organization}` }, peopleServed: 100 * (index + 1) };
    const path = `/v1/polls/${poll}/organizations/${organization}`;
    await ensureAccepted(call, putJson(path, body));
  }
  return poll;
};

/** Puts and opens a poll with three organizations. */
export const openPoll = async (world: ApiWorld, more: object = {}): Promise<string> => {
  const poll = await putDraft(world, more);
  const call = await asAdministrator(world);
  await ensureAccepted(call, { method: 'POST', path: `/v1/polls/${poll}/open` });
  return poll;
};
