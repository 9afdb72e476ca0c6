import type { PollDefinition } from '../../schemas/poll.ts';
import type { Call } from '../api/call.ts';
import { withToken } from '../api/ensure-accepted.ts';
import type { Deployment } from '../deployment/describe-deployment.ts';
import { accessToken } from '../people/access-token.ts';
import type { User } from '../people/users.ts';
import { userOf } from '../people/users.ts';
import { openPoll } from './open-poll.ts';
import { demonstrationOrganizations } from './organizations.ts';

const OPEN_MS = 60 * 24 * 3600 * 1000;

/** Of a draft nobody is told more than that it is not open yet (409). */
const OPENED = 200;

/** Opens the demonstration poll unless an earlier start did; it stays open for 60 days. */
export const ensurePoll = async (
  call: Call,
  deployment: Deployment,
  users: readonly User[],
  id: string,
  definition: PollDefinition,
): Promise<'new' | 'kept'> => {
  const { status } = await call({ method: 'GET', path: `/v1/polls/${id}` });
  if (status === OPENED) return 'kept';
  const administrator = await accessToken(deployment, userOf(users, 'administrator'));
  await openPoll(withToken(call, administrator), {
    id,
    definition,
    closesAt: new Date(Date.now() + OPEN_MS),
    organizations: demonstrationOrganizations,
  });
  return 'new';
};
