import { contextOf, type ItemOperation, type RequestContext } from './dynamodb-context.ts';
import type { RecordedCall, RecordedRequest } from './recorded-call.ts';

type Asked = Omit<RecordedCall, 'caller'>;

/** A request that nobody has said the actions of: whoever adds it says here what IAM checks. */
export class UnknownCallError extends Error {
  override readonly name = 'UnknownCallError';
}

const REGION = 'us-east-1';
const ACCOUNT = '000000000000';

const arn = (service: string, rest: string): string =>
  `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

const asked = (action: string, resource: string, context: RequestContext = {}): Asked => ({
  action,
  resource,
  context,
});

/**
 * What IAM checks for a request to AWS: an action on a resource, or several of them. From the
 * Service Authorization Reference and, for conditional writes and missing keys, from S3's guide.
 *
 * @throws UnknownCallError for a service or an operation that no function has used so far
 */
export const callsOfRequest = (request: RecordedRequest): readonly Asked[] => {
  const service = serviceOf(request);
  const calls = SERVICES[service];
  if (!calls) throw new UnknownCallError(`${service}: ${request.method} ${request.path}`);
  return calls(request);
};

/** The service that a request was signed for. */
const serviceOf = ({ headers }: RecordedRequest): string =>
  /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(String(headers.authorization))?.[1] ?? 'unsigned';

const operationOf = ({ headers }: RecordedRequest): string =>
  String(headers['x-amz-target']).split('.').at(-1) ?? '';

const tableArn = (name: unknown): string => arn('dynamodb', `table/${String(name)}`);

/** One item of a transaction, such as `{ Put: { TableName } }`. */
type TransactItem = Readonly<Record<string, ItemOperation>>;

const IN_TRANSACTION: Readonly<Record<string, string>> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Get: 'dynamodb:GetItem',
};

const dynamodb = (request: RecordedRequest): readonly Asked[] => {
  const body = JSON.parse(request.body);
  const operation = operationOf(request);
  if (!operation.startsWith('Transact')) {
    return [asked(`dynamodb:${operation}`, tableArn(body.TableName), contextOf(body))];
  }
  return (body.TransactItems as readonly TransactItem[])
    .flatMap((item) => Object.entries(item))
    .map(([kind, item]) =>
      asked(IN_TRANSACTION[kind] ?? kind, tableArn(item.TableName), {
        ...contextOf(item),
        'dynamodb:EnclosingOperation': operation,
      }),
    );
};

const events = (request: RecordedRequest): readonly Asked[] =>
  (JSON.parse(request.body).Entries as readonly { EventBusName: string }[]).map(
    ({ EventBusName }) =>
      asked(`events:${operationOf(request)}`, arn('events', `event-bus/${EventBusName}`)),
  );

const lambda = ({ method, path }: RecordedRequest): readonly Asked[] => {
  const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations/.exec(path)?.[1];
  if (method !== 'POST' || !name) throw new UnknownCallError(`lambda: ${method} ${path}`);
  const named = decodeURIComponent(name);
  // A function may be called by its name or by its whole ARN.
  const resource = named.startsWith('arn:') ? named : arn('lambda', `function:${named}`);
  return [asked('lambda:InvokeFunction', resource)];
};

const SCHEDULE_ACTIONS: Readonly<Record<string, string>> = {
  POST: 'scheduler:CreateSchedule',
  PUT: 'scheduler:UpdateSchedule',
};

const scheduler = ({ method, path, body }: RecordedRequest): readonly Asked[] => {
  const action = SCHEDULE_ACTIONS[method];
  const name = /^\/schedules\/([^/?]+)$/.exec(path)?.[1];
  if (!action || !name) throw new UnknownCallError(`scheduler: ${method} ${path}`);
  const { GroupName, Target } = JSON.parse(body);
  return [
    asked(action, arn('scheduler', `schedule/${GroupName}/${name}`)),
    asked('iam:PassRole', Target.RoleArn, { 'iam:PassedToService': 'scheduler.amazonaws.com' }),
  ];
};

const OBJECT_ACTIONS: Readonly<Record<string, string>> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  DELETE: 's3:DeleteObject',
};

const NOT_FOUND = 404;

const s3 = ({ method, path, headers, body, status }: RecordedRequest): readonly Asked[] => {
  const { pathname, searchParams } = new URL(path, 'http://s3');
  const [, bucket = '', ...rest] = pathname.split('/').map(decodeURIComponent);
  const key = rest.join('/');
  const bucketArn = `arn:aws:s3:::${bucket}`;
  if (method === 'POST' && searchParams.has('delete')) {
    return [...body.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, deleted]) =>
      asked('s3:DeleteObject', `${bucketArn}/${deleted}`),
    );
  }
  if (method === 'GET' && searchParams.get('list-type') === '2') {
    return [asked('s3:ListBucket', bucketArn)];
  }
  const action = OBJECT_ACTIONS[method];
  if (!action || !key) throw new UnknownCallError(`s3: ${method} ${path}`);
  return [
    asked(action, `${bucketArn}/${key}`),
    // A write on condition of what is there reads it, too.
    ...(headers['if-match'] ? [asked('s3:GetObject', `${bucketArn}/${key}`)] : []),
    // S3 says that a key is missing only to those who may list; to others it is forbidden.
    ...(method === 'GET' && status === NOT_FOUND ? [asked('s3:ListBucket', bucketArn)] : []),
  ];
};

const SERVICES: Readonly<Record<string, (request: RecordedRequest) => readonly Asked[]>> = {
  dynamodb,
  events,
  lambda,
  s3,
  scheduler,
};
