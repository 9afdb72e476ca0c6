import type { ApiRequest, Call } from '../../local/api/call.ts';
import { ensureAccepted } from '../../local/api/ensure-accepted.ts';
import { putJson } from '../api/a-poll.ts';
import { DEFINITION, type FuzzPolls, ORGANIZATIONS } from './hints.ts';

const organizationsOf = (poll: string): ApiRequest => ({
  method: 'POST',
  path: `/v1/polls/${poll}/organizations`,
  headers: { 'content-type': 'text/csv' },
  body: ['id,name', ...ORGANIZATIONS.map((id) => `${id},The ${id}`)].join('\n'),
});

const post = (poll: string, what: string): ApiRequest => ({
  method: 'POST',
  path: `/v1/polls/${poll}/${what}`,
});

const put = (poll: string, closesAt: string | undefined, more: object = {}): ApiRequest =>
  putJson(`/v1/polls/${poll}`, { definition: { ...DEFINITION, ...more }, closesAt });

/** Puts the polls that the hints speak of; `call` acts as an administrator. */
export const preparePolls = async (
  call: Call,
  polls: FuzzPolls,
  closesAt: string,
): Promise<void> => {
  const { open, draft, closed, public: open2 } = polls;
  const requests = [
    ...[put(open, closesAt), organizationsOf(open), post(open, 'open')],
    ...[put(draft, closesAt), organizationsOf(draft)],
    put(polls.withoutOrganizations, closesAt),
    put(polls.withoutClose, undefined),
    ...[
      put(closed, closesAt),
      organizationsOf(closed),
      post(closed, 'open'),
      post(closed, 'close'),
    ],
    ...[put(open2, closesAt, { reports: 'public' }), organizationsOf(open2), post(open2, 'open')],
  ];
  for (const request of requests) await ensureAccepted(call, request);
};
