import type { ApiRequest } from '../api/call.ts';
import { type Holder, putResponse, responsePath } from '../api/response-requests.ts';
import type { Answers } from './answers.ts';

const MOST_BYTES = 16 * 1024;

/** Input that the API must refuse, each kind once; `answers` would be good ones. */
export const refusedRequests = (holder: Holder, answers: Answers): readonly ApiRequest[] => {
  const [item = ''] = Object.keys(answers);
  const put = putResponse(holder, { revision: 0, answers });
  const withAnswers = (wrong: unknown) => putResponse(holder, { revision: 0, answers: wrong });
  const withBody = (body: string | Uint8Array<ArrayBuffer>) => ({ ...put, body });
  return [
    withAnswers({ ...answers, [item]: 9 }),
    withAnswers({ ...answers, [item]: '4' }),
    withAnswers({ ...answers, 'no-such-item': 3 }),
    withAnswers({}),
    withAnswers([1, 2, 3]),
    putResponse(holder, { revision: -1, answers }),
    putResponse(holder, { answers, comment: 'hello' }),
    withBody('{"revision":0,"answers":{"__proto__":5}}'),
    withBody('{"revision":0,'),
    withBody(Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d])),
    withBody(JSON.stringify({ revision: 0, answers, padding: 'x'.repeat(MOST_BYTES) })),
    { ...put, headers: { ...put.headers, 'content-type': 'text/plain' } },
    { ...put, headers: { 'content-type': 'application/json' } },
    { ...put, path: responsePath({ ...holder, receipt: 'a-receipt-of-someone-else' }) },
    putResponse({ ...holder, poll: 'no-such-poll' }, { revision: 0, answers }),
    putResponse({ ...holder, organization: 'no-such-organization' }, { revision: 0, answers }),
    { method: 'GET', path: responsePath({ ...holder, receipt: holder.receipt.toUpperCase() }) },
  ];
};
