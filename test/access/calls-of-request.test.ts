import { describe, expect, test } from 'vitest';
import { callsOfRequest } from './calls-of-request.ts';
import type { RecordedRequest } from './recorded-call.ts';

const aRequest = (service: string, more: Partial<RecordedRequest>): RecordedRequest => ({
  method: 'POST',
  path: '/',
  body: '',
  status: 200,
  ...more,
  headers: {
    authorization: `AWS4-HMAC-SHA256 Credential=key/20270115/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    ...more.headers,
  },
});

const toDynamo = (operation: string, body: object) =>
  aRequest('dynamodb', {
    headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
    body: JSON.stringify(body),
  });

const asked = (request: RecordedRequest) =>
  callsOfRequest(request).map(({ action, resource }) => `${action} ${resource}`);

const KEY = { pk: { S: 'spring' }, sk: { S: 'SEAL' } };
const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/polls';

describe('callsOfRequest', () => {
  test('takes a call of DynamoDB for the action of its name, on its table', () => {
    expect(asked(toDynamo('GetItem', { TableName: 'polls', Key: KEY }))).toEqual([
      `dynamodb:GetItem ${TABLE}`,
    ]);
  });

  test('takes a transaction for what each of its items does', () => {
    const TransactItems = [
      { Put: { TableName: 'polls', Item: KEY } },
      { ConditionCheck: { TableName: 'polls', Key: KEY } },
      { Delete: { TableName: 'polls', Key: KEY } },
    ];
    expect(asked(toDynamo('TransactWriteItems', { TransactItems }))).toEqual([
      `dynamodb:PutItem ${TABLE}`,
      `dynamodb:ConditionCheckItem ${TABLE}`,
      `dynamodb:DeleteItem ${TABLE}`,
    ]);
  });

  test('says which partition, which attributes and which values back a call is about', () => {
    const update = toDynamo('UpdateItem', {
      TableName: 'polls',
      Key: KEY,
      UpdateExpression:
        'SET #state = :state, opened = if_not_exists(opened, :now) REMOVE slowUntil',
      ConditionExpression: 'attribute_not_exists(sealed) AND #state <> :state',
      ExpressionAttributeNames: { '#state': 'state' },
      ReturnValues: 'ALL_NEW',
    });
    expect(callsOfRequest(update)[0]?.context).toEqual({
      'dynamodb:LeadingKeys': ['spring'],
      'dynamodb:Attributes': ['opened', 'pk', 'sealed', 'sk', 'slowUntil', 'state'],
      'dynamodb:ReturnValues': 'ALL_NEW',
    });
  });

  test('says which partition a query is about', () => {
    const query = toDynamo('Query', {
      TableName: 'polls',
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': { S: 'spring' }, ':sk': { S: 'SNAPSHOT#' } },
    });
    expect(callsOfRequest(query)[0]?.context).toMatchObject({
      'dynamodb:LeadingKeys': ['spring'],
    });
  });

  test('refuses a call on items that names no partition', () => {
    const scan = toDynamo('Scan', { TableName: 'polls' });
    expect(() => callsOfRequest(scan)).toThrow('polls: which partition?');
  });

  test('takes an object that is missing for a look at the list, too', () => {
    const get = aRequest('s3', { method: 'GET', path: '/b/a/key?x-id=GetObject', status: 404 });
    expect(asked(get)).toEqual([
      's3:GetObject arn:aws:s3:::b/a/key',
      's3:ListBucket arn:aws:s3:::b',
    ]);
  });

  test('takes a write on condition of what is there for a read, too', () => {
    const put = aRequest('s3', { method: 'PUT', path: '/b/key', headers: { 'if-match': '"e"' } });
    expect(asked(put)).toEqual([
      's3:PutObject arn:aws:s3:::b/key',
      's3:GetObject arn:aws:s3:::b/key',
    ]);
  });

  test('takes the deletion of several objects for one of each', () => {
    const body = '<Delete><Object><Key>a</Key></Object><Object><Key>b/c</Key></Object></Delete>';
    expect(asked(aRequest('s3', { path: '/b?delete=', body }))).toEqual([
      's3:DeleteObject arn:aws:s3:::b/a',
      's3:DeleteObject arn:aws:s3:::b/b/c',
    ]);
  });

  test.each([
    'groundswell-local-sweep',
    'arn:aws:lambda:us-east-1:000000000000:function:groundswell-local-sweep',
  ])('takes the call of a function by %s for the same', (name) => {
    const path = `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`;
    expect(asked(aRequest('lambda', { path }))).toEqual([
      'lambda:InvokeFunction arn:aws:lambda:us-east-1:000000000000:function:groundswell-local-sweep',
    ]);
  });

  test('takes a schedule for the passing on of its role, too, to the scheduler', () => {
    const RoleArn = 'arn:aws:iam::000000000000:role/schedules';
    const put = aRequest('scheduler', {
      method: 'PUT',
      path: '/schedules/seal-poll',
      body: JSON.stringify({ GroupName: 'g', Target: { RoleArn } }),
    });
    expect(callsOfRequest(put)).toEqual([
      {
        action: 'scheduler:UpdateSchedule',
        resource: 'arn:aws:scheduler:us-east-1:000000000000:schedule/g/seal-poll',
        context: {},
      },
      {
        action: 'iam:PassRole',
        resource: RoleArn,
        context: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
      },
    ]);
  });

  test.each([
    ['another service', aRequest('sqs', {})],
    ['another operation on a bucket', aRequest('s3', { method: 'GET', path: '/b?versions=' })],
    [
      'another operation on a schedule',
      aRequest('scheduler', { method: 'GET', path: '/schedules/s' }),
    ],
    ['no signature', { ...aRequest('s3', {}), headers: {} }],
  ])('does not guess what %s needs', (_what, request) => {
    expect(() => callsOfRequest(request)).toThrow(/: (?:GET|POST) \//);
  });
});
