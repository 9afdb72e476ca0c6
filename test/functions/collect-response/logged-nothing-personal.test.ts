import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { createLogger } from '../../../functions/middleware/logger.ts';
import {
  deleteResponse,
  getResponse,
  type Holder,
  putResponse,
  responseId,
} from '../../../local/api/response-requests.ts';
import { capturedOutput } from '../captured-output.ts';
import { aCollectingWorld } from './collecting-world.ts';

const holders: readonly Holder[] = Array.from({ length: 40 }, () => ({
  poll: 'spring',
  organization: 'harbor',
  receipt: randomBytes(16).toString('base64url'),
}));

const SENDER = { 'user-agent': 'Respondent/1.0', 'x-forwarded-for': '203.0.113.77' };
const BODY = { revision: 3, answers: { mentors: 5, 'supportive-housing': 2 } };

/** Every way in which a request can end: accepted, changed, refused, failed. */
const requestsOf = (holder: Holder) =>
  [
    putResponse(holder, BODY),
    putResponse(holder, BODY),
    putResponse(holder, { ...BODY, revision: 1 }),
    putResponse(holder, { revision: 4, answers: { mentors: 9, secret: 'I am Joe' } }),
    { ...putResponse(holder, {}), body: '{"revision":4,"answers":{"mentors":' },
    { ...putResponse(holder, BODY), headers: { 'content-type': 'application/json' } },
    getResponse(holder),
    getResponse({ ...holder, organization: 'nowhere' }),
    deleteResponse(holder),
    getResponse(holder),
  ].map((request) => ({ ...request, headers: { ...SENDER, ...request.headers } }));

const forbidden = [
  ...holders.flatMap(({ receipt }) => [receipt, responseId(receipt)]),
  '5-2',
  'mentors',
  'supportive-housing',
  'I am Joe',
  'harbor',
  'Respondent/1.0',
  '203.0.113.77',
  '/v1/polls/spring',
];

const expectNothingPersonal = (output: string): void => {
  for (const words of forbidden) expect(output).not.toContain(words);
};

describe('the log of a run of submissions', () => {
  test('has an entry for each request, and no answer, receipt, response id or sender', async () => {
    const output = await capturedOutput(async () => {
      const { call } = aCollectingWorld({ log: createLogger() });
      for (const holder of holders) for (const request of requestsOf(holder)) await call(request);
    });
    expect(output.match(/"request\.answered"/g)).toHaveLength(holders.length * 10);
    expect(output).toContain('"response.accepted"');
    expect(output).toContain('"response.withdrawn"');
    expectNothingPersonal(output);
  });

  test('tells a failure by its name and place, not by what it quotes or carries', async () => {
    const [holder] = holders as [Holder, ...Holder[]];
    const id = responseId(holder.receipt);
    const failing = async () => {
      const cause = new ConditionalCheckFailedException({
        message: `spring#harbor ${id}`,
        $metadata: { requestId: 'aws-request-7' },
        Item: { sk: { S: id }, answers: { S: '5-2' } },
      });
      throw new Error(`cannot write ${id}`, { cause });
    };
    const output = await capturedOutput(async () => {
      const { call } = aCollectingWorld({ log: createLogger(), deps: { termsOf: failing } });
      await call(putResponse(holder, BODY));
    });
    expect(output).toContain('"request.failed"');
    expect(output).toContain('ConditionalCheckFailedException');
    expect(output).toContain('aws-request-7');
    expect(output).toContain('logged-nothing-personal.test.ts');
    expectNothingPersonal(output);
  });
});
