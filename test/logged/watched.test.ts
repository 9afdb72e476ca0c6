import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createLogger } from '../../functions/middleware/logger.ts';
import { capturedOutput } from '../functions/captured-output.ts';
import { silentLog } from '../functions/silent-log.ts';
import { rememberSecretsOf } from './secrets.ts';
import { takeFaults, watchLine } from './watched.ts';

const receipt = randomBytes(16).toString('base64url');
const id = createHash('sha256').update(receipt).digest('hex').slice(0, 32);
const token = `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzb21lb25lIn0.${randomBytes(32).toString('base64url')}`;
rememberSecretsOf({
  method: 'PUT',
  path: `/v1/polls/spring/organizations/harbor/responses/${id}`,
  headers: { Receipt: receipt, authorization: `Bearer ${token}` },
});

const aLine = (attributes: object): string =>
  JSON.stringify({
    ...{ level: 'INFO', message: 'request.answered', timestamp: '2027-01-15T09:00:00.000Z' },
    ...attributes,
  });

const faultsOf = (line: string): readonly string[] => {
  expect(watchLine(line)).toBe(true);
  return takeFaults().faults;
};

describe('what functions log is found to be wrong where it holds', () => {
  test.each([
    ['answers', { answers: '5-1' }],
    ['answers under another name', { status: '5-1' }],
    ['a receipt', { route: `GET /${receipt}` }],
    [
      'a receipt within an error',
      { message: 'request.failed', error: { name: receipt, frames: [] } },
    ],
    ['a response id', { correlation: id }],
    ['a response id that no test made', { correlation: '0123456789abcdef0123456789abcdef' }],
    ['a token', { correlation: token }],
    ['a part of a token', { function_name: token.split('.')[2] }],
    ['the name of a user', { service: 'administrator@example.org' }],
    ['an address', { service: '203.0.113.77' }],
    ['a path', { route: 'GET /v1/polls/Spring' }],
    [
      "an error's message",
      { message: 'request.failed', error: { name: 'E', frames: [], message: 'x' } },
    ],
    ['a code that is not listed', { message: 'request.done' }],
    ['an attribute that is not listed', { organization: 'harbor' }],
  ])('%s', (_what, attributes) => {
    expect(faultsOf(aLine(attributes))).not.toEqual([]);
  });

  test('something personal in a metric', () => {
    expect(faultsOf(JSON.stringify({ _aws: {}, organization: id }))).not.toEqual([]);
  });
});

describe('what functions log', () => {
  test('is fine where it is as listed', () => {
    expect(faultsOf(aLine({ route: 'GET /v1/polls/{poll}', status: 200 }))).toEqual([]);
    const error = { name: 'E', frames: ['at f (file:///a.ts:1:2)'], requestId: 'ABC' };
    expect(faultsOf(aLine({ message: 'request.failed', error }))).toEqual([]);
  });

  test.each([
    ['the logger of the functions', createLogger],
    ['the log that tests give in its place', silentLog],
  ])('is looked at where %s writes it', async (_which, create) => {
    await capturedOutput(async () => create().info('tally.counted', { poll: id, buckets: 1 }));
    const { faults, entries } = takeFaults();
    expect(entries).toBe(1);
    expect(faults.join()).toContain('a response id');
  });

  test('is looked at where a process writes it to a standard stream', () => {
    process.stdout.write(`${aLine({ correlation: receipt })}\n`);
    expect(takeFaults().faults.join()).toContain('a secret of this test run');
  });

  test('is told apart from what else is written', () => {
    for (const line of ['', 'text', '{', '{"a":1}', `x ${id}`]) expect(watchLine(line)).toBe(false);
    expect(takeFaults()).toEqual({ faults: [], entries: 0 });
  });
});
