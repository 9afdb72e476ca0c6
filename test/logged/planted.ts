import { createHash, randomBytes } from 'node:crypto';

/** A receipt as the form's script makes one. */
export const aReceipt = (): string => randomBytes(16).toString('base64url');

/** Where the response of a receipt lies. */
export const idOf = (receipt: string): string =>
  createHash('sha256').update(receipt).digest('hex').slice(0, 32);

/** A token of a user whose subject is `sub`. */
export const aToken = (sub: string): string =>
  [{ alg: 'RS256' }, { sub, exp: 1_800_000_000 }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(randomBytes(32).toString('base64url'))
    .join('.');

/** An entry that is as it may be, but for what is given. */
export const anEntry = (attributes: object): string =>
  JSON.stringify({
    ...{ level: 'INFO', message: 'request.answered', timestamp: '2027-01-15T09:00:00.000Z' },
    ...attributes,
  });

/** A metric that is as it may be, but for what is given. */
export const aMetric = (more: object): string =>
  JSON.stringify({
    _aws: {
      Timestamp: 1_800_000_000_000,
      CloudWatchMetrics: [
        {
          Namespace: 'Groundswell',
          Dimensions: [['service', 'function']],
          Metrics: [{ Name: 'LostRaces', Unit: 'Count' }],
        },
      ],
    },
    ...{ service: 'tally', function: 'groundswell-test-tally', LostRaces: [1, 2] },
    ...more,
  });

/** What is secret of one person who answers, and of one who signs in. */
export type Known = {
  readonly receipt: string;
  readonly token: string;
  readonly subject: string;
};

/** A line of each kind that no function may write, by what is wrong with it. */
export const plantedLines = ({ receipt, token, subject }: Known): readonly [string, string][] => [
  ['answers', anEntry({ answers: '5-1' })],
  ['answers under another name', anEntry({ status: '5-1' })],
  ['answers beside a metric', aMetric({ answers: '5-1' })],
  ['answers in plain text', 'answers: 5-1'],
  ['a receipt', anEntry({ route: `GET /${receipt}` })],
  ['a receipt as a correlation', anEntry({ correlation: receipt })],
  ['a receipt within a longer word', anEntry({ correlation: `receipt-${receipt}_1` })],
  [
    'a receipt within an error',
    anEntry({ message: 'request.failed', error: { name: receipt, frames: [] } }),
  ],
  ['a receipt in plain text', receipt],
  ['a receipt in what looks like the end of an invocation', `END RequestId: ${receipt}`],
  ['a response id', anEntry({ correlation: idOf(receipt) })],
  ['a response id that no test made', anEntry({ correlation: '0123456789abcdef0123456789abcdef' })],
  ['a response id beside a metric', aMetric({ service: idOf(receipt) })],
  ['a token', anEntry({ correlation: token })],
  ['a part of a token', anEntry({ function_name: token.split('.')[2] })],
  ['the name of a user', anEntry({ service: 'administrator@example.org' })],
  ['the name of a user as the issuer has it', anEntry({ correlation: subject })],
  ['an address', anEntry({ service: '203.0.113.77' })],
  ['a path', anEntry({ route: 'GET /v1/polls/Spring' })],
  [
    "an error's message",
    anEntry({ message: 'request.failed', error: { name: 'E', frames: [], message: 'x' } }),
  ],
  ['a code that is not listed', anEntry({ message: 'request.done' })],
  ['an attribute that is not listed', anEntry({ organization: 'harbor' })],
  ['a metric that is not listed', aMetric({ Answers: 1 })],
  ['a plain line', 'here we are'],
  ["an error's message in plain text", 'Error: no response like 5-1'],
  ['a receipt in what looks like a stack', `    at f (file:///${receipt}/a.ts:1:2)`],
  ['JSON that is no entry', '{"a":1}'],
  ['a line that only begins like JSON', '{'],
];

/** Lines that functions may write. */
export const FINE: readonly string[] = [
  anEntry({ route: 'GET /v1/polls/{poll}', status: 200 }),
  anEntry({
    message: 'request.failed',
    error: { name: 'E', frames: ['at f (file:///a.ts:1:2)'], requestId: 'ABC' },
  }),
  anEntry({ correlation: '5f0c2a52-5a0c-4d0e-9a93-1d1d4b0f6a11' }),
  aMetric({}),
];
