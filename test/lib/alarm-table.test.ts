import { describe, expect, it } from 'vitest';
import { rings, type Series } from './alarm-verdict.ts';
import { metricsOf, propertiesOf, wordsOf } from './alarm-words.ts';
import { alarmsOf } from './alarms.ts';
import { STAGES } from './synthesized.ts';

const plain = alarmsOf('production').filter(({ composite }) => !composite);

const slow = (name: string, ms: number, badPeriods: number) => [
  `p99 of AWS/Lambda Duration FunctionName=${name}`,
  `>= ${ms} in ${badPeriods} of 3 x 5 min`,
  'silence is good',
];

const failing = (name: string, badPeriods: number) => [
  `Sum of AWS/Lambda Errors FunctionName=${name}`,
  `>= 2 in ${badPeriods} of 3 x 5 min`,
  'silence is good',
];

const counted = (name: string, by: string) =>
  `Sum of Groundswell ${name} function=${by} service=${by}`;

/** What each alarm of production looks at, and when it rings. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  'failures-waiting': [
    'Maximum of AWS/SQS ApproximateNumberOfMessagesVisible QueueName=FailureQueue0B31C32D.QueueName',
    '>= 1 in 1 of 1 x 5 min',
    'silence is good',
  ],
  'failures-untold': [
    'Sum of AWS/Events FailedInvocations RuleName=failures',
    '>= 1 in 1 of 1 x 5 min',
    'silence is good',
  ],
  'release-untold': [
    'Sum of AWS/Events FailedInvocations EventBusName=groundswell-production RuleName=release-mail',
    '>= 1 in 1 of 1 x 5 min',
    'silence is good',
  ],
  'requests-failing': [
    'Sum of AWS/ApiGateway 5xx ApiId=GatewayApi4EDF2151',
    '>= 3 in 2 of 3 x 60 min',
    'silence is good',
  ],
  'requests-throttled': [
    'Sum of Groundswell/production ThrottledRequests',
    '>= 20 in 2 of 3 x 5 min',
    'silence is good',
  ],
  'intake-slow': slow('intake', 8_000, 2),
  'form-slow': slow('form', 8_000, 2),
  'directory-slow': slow('directory', 8_000, 2),
  'reports-slow': slow('reports', 16_000, 2),
  'participation-slow': slow('participation', 16_000, 2),
  'administration-slow': slow('administration', 23_200, 2),
  'tally-slow': slow('tally', 96_000, 2),
  'sweep-slow': slow('sweep', 720_000, 1),
  'rollup-slow': slow('rollup', 480_000, 1),
  'tally-failing': failing('tally', 2),
  'sweep-failing': failing('sweep', 1),
  'rollup-failing': failing('rollup', 1),
  'tally-behind': [
    'Maximum of AWS/Lambda IteratorAge FunctionName=tally',
    '>= 600000 in 3 of 3 x 5 min',
    'silence is good',
  ],
  'tally-contention': [
    counted('LostRaces', 'tally'),
    '>= 100 in 3 of 3 x 5 min',
    'silence is good',
  ],
  'records-uncountable': [
    counted('UnprocessableRecords', 'tally'),
    '>= 1 in 1 of 1 x 5 min',
    'silence is good',
  ],
  'submissions-slowed': [
    counted('OrganizationsSlowed', 'tally'),
    '>= 1 in 1 of 1 x 5 min',
    'silence is good',
  ],
  'drift-found': [counted('DriftedBuckets', 'sweep'), '>= 1 in 1 of 1 x 60 min', 'silence is good'],
  'sealed-early': [
    counted('BucketsSealedEarly', 'sweep'),
    '>= 1 in 1 of 1 x 120 min',
    'silence is good',
  ],
  'check-late': [counted('FinishedChecks', 'sweep'), '< 1 in 26 of 26 x 60 min', 'silence is bad'],
  'rollup-late': [
    'Sum of AWS/Lambda Invocations FunctionName=rollup',
    '< 1 in 3 of 3 x 60 min',
    'silence is bad',
  ],
  'release-withheld': [
    'Maximum of Groundswell HoursWithoutRelease function=rollup service=rollup',
    '>= 24 in 1 of 1 x 120 min',
    'silence is good',
  ],
  'counting-stopped': [
    'IF((FILL(written, 0) > 0) AND (FILL(counts, 0) < 1), 1, 0)',
    'written = SampleCount of AWS/DynamoDB SuccessfulRequestLatency Operation=UpdateItem TableName=responses',
    'counts = Sum of AWS/Lambda Invocations FunctionName=tally',
    '>= 1 in 2 of 2 x 30 min',
    'silence is good',
  ],
  'api-failing': [
    'IF(failed >= 3, 100 * failed / requests, 0)',
    'failed = Sum of AWS/ApiGateway 5xx ApiId=GatewayApi4EDF2151',
    'requests = Sum of AWS/ApiGateway Count ApiId=GatewayApi4EDF2151',
    '>= 2 in 2 of 3 x 5 min',
    'silence is good',
  ],
  'functions-throttled': [
    'Sum of AWS/Lambda Throttles',
    '>= 10 in 2 of 3 x 5 min',
    'silence is good',
  ],
  'tables-throttled': [
    'SUM([FILL(r1, 0), FILL(w1, 0), FILL(r2, 0), FILL(w2, 0), FILL(r3, 0), FILL(w3, 0)])',
    'r1 = Sum of AWS/DynamoDB ReadThrottleEvents TableName=responses',
    'w1 = Sum of AWS/DynamoDB WriteThrottleEvents TableName=responses',
    'r2 = Sum of AWS/DynamoDB ReadThrottleEvents TableName=tallies',
    'w2 = Sum of AWS/DynamoDB WriteThrottleEvents TableName=tallies',
    'r3 = Sum of AWS/DynamoDB ReadThrottleEvents TableName=polls',
    'w3 = Sum of AWS/DynamoDB WriteThrottleEvents TableName=polls',
    '>= 10 in 2 of 3 x 5 min',
    'silence is good',
  ],
};

describe('the table of alarms', () => {
  it('has every alarm of production, and no other', () => {
    expect(Object.keys(TABLE).sort()).toEqual(plain.map(({ name }) => name).sort());
  });

  it.each(plain.map((alarm) => [alarm.name, alarm] as const))(
    'says what %s looks at and when it rings',
    (name, alarm) => {
      expect(wordsOf('production', alarm)).toBe(TABLE[name]?.join(' | '));
    },
  );
});

/**
 * The metrics that AWS reports of what is watched here, and with which dimensions, as the
 * services' own pages list them. CloudWatch takes any name, and stays silent about a wrong one.
 */
const REPORTED: Readonly<
  Record<string, { readonly names: readonly string[]; readonly dimensions: readonly string[] }>
> = {
  'AWS/Lambda': {
    names: ['Invocations', 'Errors', 'Throttles', 'Duration', 'IteratorAge'],
    dimensions: ['', 'FunctionName'],
  },
  // Of HTTP APIs; those of REST APIs are 4XXError and 5XXError, by ApiName.
  'AWS/ApiGateway': {
    names: ['Count', '4xx', '5xx', 'Latency', 'IntegrationLatency', 'DataProcessed'],
    dimensions: ['ApiId', 'ApiId Stage'],
  },
  'AWS/DynamoDB': {
    names: ['ReadThrottleEvents', 'WriteThrottleEvents', 'SuccessfulRequestLatency'],
    dimensions: ['TableName', 'Operation TableName'],
  },
  'AWS/SQS': { names: ['ApproximateNumberOfMessagesVisible'], dimensions: ['QueueName'] },
  'AWS/Events': { names: ['FailedInvocations'], dimensions: ['RuleName', 'EventBusName RuleName'] },
};

describe.each(STAGES)('what the alarms of stage %s look at', (stage) => {
  it('is a metric that AWS reports, with dimensions that it has', () => {
    const metrics = alarmsOf(stage)
      .filter(({ composite }) => !composite)
      .flatMap((alarm) => metricsOf(propertiesOf(stage, alarm)))
      .map(({ metric }) => metric)
      .filter(({ Namespace }) => !Namespace.startsWith('Groundswell'));
    expect(metrics.length).toBeGreaterThan(10);
    for (const { Namespace, MetricName, Dimensions = [] } of metrics) {
      expect(REPORTED[Namespace]?.names).toContain(MetricName);
      const dimensions = Dimensions.map(({ Name }) => Name).sort();
      expect(REPORTED[Namespace]?.dimensions).toContain(dimensions.join(' '));
    }
  });
});

const verdict = (name: string, series: Readonly<Record<string, Series>>): boolean => {
  const alarm = plain.find((one) => one.name === name);
  if (!alarm) throw new Error(`there is no alarm ${name}`);
  return rings(propertiesOf('production', alarm), series);
};

describe('counting-stopped', () => {
  it.each<[boolean, string, Series, Series]>([
    [true, 'answers are written for an hour and nothing counts', [5, 5], [null, null]],
    [true, 'the same, reported as nothing', [5, 1], [0, 0]],
    [false, 'a run counts in the second half', [5, 5], [null, 1]],
    [false, 'answers are written in one half alone', [5, null], [null, null]],
    [false, 'nobody answers', [null, null], [null, null]],
    [false, 'old changes are counted and nobody answers', [null, 0], [7, 7]],
    [false, 'all is well', [5, 5], [2, 2]],
  ])('rings (%s) where %s', (expected, _where, written, counts) => {
    expect(verdict('counting-stopped', { written, counts })).toBe(expected);
  });
});

describe('api-failing', () => {
  it.each<[boolean, string, Series, Series]>([
    [true, 'two of a hundred fail for ten minutes', [3, 3, 0], [150, 150, 10]],
    [true, 'and a quarter of an hour is not needed', [3, 0, 9], [10, 10, 9]],
    [false, 'fewer than two of a hundred do', [3, 3, 3], [151, 151, 151]],
    [false, 'only two requests do, of two', [2, 2, 2], [2, 2, 2]],
    [false, 'it is over after five minutes', [50, 0, 0], [50, 50, 50]],
    [false, 'nobody comes', [null, null, null], [null, null, null]],
  ])('rings (%s) where %s', (expected, _where, failed, requests) => {
    expect(verdict('api-failing', { failed, requests })).toBe(expected);
  });
});

describe('tables-throttled', () => {
  const QUIET: Series = [null, null, null];
  const none = { r1: QUIET, w1: QUIET, r2: QUIET, w2: QUIET, r3: QUIET, w3: QUIET };

  it.each(Object.keys(none))('rings where %s alone is throttled for ten minutes', (id) => {
    expect(verdict('tables-throttled', { ...none, [id]: [10, null, 12] })).toBe(true);
    expect(verdict('tables-throttled', { ...none, [id]: [9, 9, 9] })).toBe(false);
    expect(verdict('tables-throttled', { ...none, [id]: [99, null, null] })).toBe(false);
  });

  it('rings where several together are', () => {
    const some = { r1: [4, 4, 4], w2: [3, 3, 3], r3: [3, 3, 3] };
    expect(verdict('tables-throttled', { ...none, ...some })).toBe(true);
  });

  it('does not ring where nothing is', () => {
    expect(verdict('tables-throttled', none)).toBe(false);
  });
});

describe('an alarm on one metric', () => {
  const hours = (count: number): null[] => new Array(count).fill(null);

  it.each<[string, boolean, string, Series]>([
    ['check-late', true, 'no check ended since yesterday, two hours longer than a day', hours(26)],
    ['check-late', true, 'the last one was the night before', [...hours(20), 1, ...hours(26)]],
    ['check-late', false, 'tonight’s is an hour late', [1, ...hours(25)]],
    ['check-late', false, 'one ended a moment ago', [...hours(25), 1]],
    ['rollup-late', true, 'three runs were missed', [null, null, null]],
    ['rollup-late', false, 'two were', [1, null, null]],
    ['requests-failing', true, 'three fail in each of two hours, of how many ever', [3, 3]],
    ['requests-failing', true, 'and an hour without any lies between', [3, null, 3]],
    ['requests-failing', false, 'two do, as when a function is replaced', [2, 2, 2]],
    ['requests-failing', false, 'many fail, and it is over within the hour', [500, null, null]],
    ['requests-throttled', true, 'twenty are refused in each of two periods', [20, null, 20]],
    ['requests-throttled', false, 'a rush is over after one', [500, null, null]],
    ['tally-failing', true, 'a batch fails in two periods, as few retries do', [2, 3, null]],
    ['tally-failing', false, 'one attempt fails in each', [1, 1, 1]],
    ['release-withheld', true, 'a poll has waited for a day', [24]],
    ['release-withheld', false, 'it has waited for less', [23]],
    ['failures-waiting', true, 'one thing waits', [1]],
    ['failures-waiting', false, 'nothing was ever given up', [null]],
  ])('%s rings (%s) where %s', (name, expected, _where, metric) => {
    expect(verdict(name, { metric })).toBe(expected);
  });

  it('cannot be judged without what it looks at', () => {
    expect(() => verdict('check-late', { other: [1] })).toThrow('different length');
  });
});
