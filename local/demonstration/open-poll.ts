import type { PollDefinition } from '../../schemas/poll.ts';
import type { ApiRequest, Call } from '../api/call.ts';
import { ensureAccepted } from '../api/ensure-accepted.ts';
import type { DemonstrationOrganization } from './organizations.ts';

/** Puts a poll with its organizations and opens it; `call` acts as an administrator. */
export const openPoll = async (
  call: Call,
  poll: {
    readonly id: string;
    readonly definition: PollDefinition;
    readonly closesAt: Date;
    readonly organizations: readonly DemonstrationOrganization[];
  },
): Promise<void> => {
  const { id, definition, closesAt, organizations } = poll;
  const path = `/v1/polls/${id}`;
  await ensureAccepted(call, putJson(path, { definition, closesAt: closesAt.toISOString() }));
  for (const { id: organization, request } of organizations) {
    await ensureAccepted(call, putJson(`${path}/organizations/${organization}`, request));
  }
  await ensureAccepted(call, { method: 'POST', path: `${path}/open` });
};

const putJson = (path: string, body: unknown): ApiRequest => ({
  method: 'PUT',
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
