import { describe, expect, test } from 'vitest';
import { grantsOf, isUsedBy } from './grants.ts';
import type { RecordedCall } from './recorded-call.ts';
import { refusedCalls } from './refused-calls.ts';

const RESPONSES = 'arn:aws:dynamodb:us-east-1:000000000000:table/groundswell-local-responses';
const POLLS = 'arn:aws:dynamodb:us-east-1:000000000000:table/groundswell-local-polls';
const REPORTS = 'arn:aws:s3:::groundswell-local-reports-000000000000-us-east-1';

const aCall = (caller: string, action: string, resource: string, context = {}): RecordedCall => ({
  caller,
  action,
  resource,
  context,
});

/** What a request tells of itself: its partition, and the attributes that it names. */
const about = (partition: string, attribute: string) => ({
  'dynamodb:LeadingKeys': [partition],
  'dynamodb:Attributes': ['pk', 'sk', attribute],
});

describe('refusedCalls', () => {
  test('lets through what a role is granted', async () => {
    const calls = [
      aCall('intake', 'dynamodb:PutItem', RESPONSES),
      aCall('reports', 's3:GetObject', `${REPORTS}/polls/spring/latest.json`),
      aCall('administration', 'dynamodb:PutItem', POLLS, about('spring#AUDIT', 'act')),
      aCall('administration', 'dynamodb:UpdateItem', POLLS, about('spring', 'definition')),
      aCall('tally', 'dynamodb:UpdateItem', POLLS, about('spring', 'slowUntil')),
    ];
    expect(await refusedCalls('local', calls)).toEqual([]);
  });

  test.each([
    ['the roll-up that reads a response', aCall('rollup', 'dynamodb:GetItem', RESPONSES)],
    ['the tally that reads one', aCall('tally', 'dynamodb:GetItem', RESPONSES)],
    ['the intake that lists them', aCall('intake', 'dynamodb:Query', RESPONSES)],
    [
      'administration that changes what is on the audit trail',
      aCall('administration', 'dynamodb:UpdateItem', POLLS, about('spring#AUDIT', 'act')),
    ],
    [
      'the sweep that adds to it',
      aCall('sweep', 'dynamodb:PutItem', POLLS, about('spring#AUDIT', 'act')),
    ],
    [
      'reports that reads it',
      aCall('reports', 'dynamodb:Query', POLLS, about('spring#AUDIT', 'act')),
    ],
    [
      'the tally that changes a definition',
      aCall('tally', 'dynamodb:UpdateItem', POLLS, about('spring', 'definition')),
    ],
    ['reports that changes one', aCall('reports', 's3:PutObject', `${REPORTS}/polls/a`)],
    [
      'a role that is passed on to another service',
      aCall(
        'sweep',
        'iam:PassRole',
        'arn:aws:iam::000000000000:role/groundswell-local-one-off-schedules',
        { 'iam:PassedToService': 'lambda.amazonaws.com' },
      ),
    ],
  ])('finds %s', async (_what, call) => {
    expect(await refusedCalls('local', [call])).toEqual([call]);
  });
});

describe('a grant', () => {
  const grant = { role: 'reports', action: 's3:GetObject', resource: `${REPORTS}/*` };

  test('is used by a call of its role, action and resource, and by no other', () => {
    expect(isUsedBy(grant, aCall('reports', 's3:GetObject', `${REPORTS}/a/b`))).toBe(true);
    expect(isUsedBy(grant, aCall('rollup', 's3:GetObject', `${REPORTS}/a/b`))).toBe(false);
    expect(isUsedBy(grant, aCall('reports', 's3:PutObject', `${REPORTS}/a/b`))).toBe(false);
    expect(isUsedBy(grant, aCall('reports', 's3:GetObject', `${REPORTS}-2/a`))).toBe(false);
  });

  test('is listed for each action and resource of its statement', () => {
    const onReports = grantsOf('local').filter(({ resource }) => resource.startsWith(REPORTS));
    expect(onReports.map(({ role, action }) => `${role} ${action}`).sort()).toEqual([
      'reports s3:GetObject',
      'rollup s3:GetObject',
      'rollup s3:ListBucket',
      'rollup s3:PutObject',
    ]);
  });
});

/** The CDK grants it on a stream; AWS takes it on everything only, so there it allows nothing. */
const WITHOUT_EFFECT = 'dynamodb:ListStreams';

describe('what roles are granted', () => {
  test('is nowhere refused by the policy of what it is about', async () => {
    const calls = grantsOf('production')
      .filter(({ resource }) => /^arn:aws:(?:dynamodb|s3):/.test(resource))
      .filter(({ action }) => action !== WITHOUT_EFFECT)
      .map(({ role, action, resource }) => aCall(role, action, resource.replaceAll('*', 'one')));
    expect(calls.length).toBeGreaterThan(0);
    expect(await refusedCalls('production', calls)).toEqual([]);
  });
});
