import type { PollDefinition, PollState } from '../../schemas/poll.ts';
import { type Call, jsonOf } from '../api/call.ts';
import { withToken } from '../api/ensure-accepted.ts';
import type { Deployment } from '../deployment/describe-deployment.ts';
import { accessToken } from '../people/access-token.ts';
import type { User } from '../people/users.ts';
import { userOf } from '../people/users.ts';
import { openPoll } from './open-poll.ts';
import { demonstrationOrganizations } from './organizations.ts';

const OPEN_MS = 60 * 24 * 3600 * 1000;

/** Opens the demonstration poll unless an earlier start did; it stays open for 60 days. */
export const ensurePoll = async (
  call: Call,
  deployment: Deployment,
  users: readonly User[],
  id: string,
  definition: PollDefinition,
): Promise<'new' | 'kept'> => {
  const answer = await call({ method: 'GET', path: `/v1/polls/${id}` });
  if (answer.status === 200 && (jsonOf(answer) as { state: PollState }).state !== 'draft') {
    return 'kept';
  }
  const administrator = await accessToken(deployment, userOf(users, 'administrator'));
  await openPoll(withToken(call, administrator), {
    id,
    definition,
    closesAt: new Date(Date.now() + OPEN_MS),
    organizations: demonstrationOrganizations,
  });
  return 'new';
};
