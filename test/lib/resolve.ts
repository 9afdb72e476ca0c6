import { type Resource, type Stage, templateOf } from './synthesized.ts';

const ACCOUNT = '000000000000';
const REGION = 'us-east-1';

const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::URLSuffix': 'amazonaws.com',
};

type Named = { readonly property: string; readonly arn: (name: string) => string };

const regional = (service: string, kind: string) => (name: string) =>
  `arn:aws:${service}:${REGION}:${ACCOUNT}:${kind}${name}`;

/** Types whose resources have names of their own, and what their ARNs look like. */
const NAMED: Readonly<Record<string, Named>> = {
  'AWS::DynamoDB::GlobalTable': { property: 'TableName', arn: regional('dynamodb', 'table/') },
  'AWS::Events::EventBus': { property: 'Name', arn: regional('events', 'event-bus/') },
  'AWS::IAM::Role': { property: 'RoleName', arn: (name) => `arn:aws:iam::${ACCOUNT}:role/${name}` },
  'AWS::Lambda::Function': { property: 'FunctionName', arn: regional('lambda', 'function:') },
  'AWS::Logs::LogGroup': { property: 'LogGroupName', arn: regional('logs', 'log-group:') },
  'AWS::S3::Bucket': { property: 'BucketName', arn: (name) => `arn:aws:s3:::${name}` },
  'AWS::SNS::Topic': { property: 'TopicName', arn: regional('sns', '') },
  'AWS::SQS::Queue': { property: 'QueueName', arn: regional('sqs', '') },
  'AWS::Scheduler::ScheduleGroup': {
    property: 'Name',
    arn: regional('scheduler', 'schedule-group/'),
  },
};

const ARN_SUFFIXES: Readonly<Record<string, string>> = {
  Arn: '',
  StreamArn: '/stream/*',
};

type Intrinsic = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Intrinsic =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a template's value becomes when it is deployed, as far as names tell: references become
 * the names and ARNs of what they refer to, in whichever stack it is.
 */
export const resolve = (stage: Stage, stack: string, value: unknown): unknown => {
  const { Resources, Outputs } = templateOf(stage, stack);

  const nameOf = (id: string, resource: Resource): string => {
    const named = NAMED[resource.Type];
    const name = named && resource.Properties[named.property];
    return name === undefined ? id : String(resolve(stage, stack, name));
  };

  const reference = (id: string): string => {
    const resource = Resources[id];
    if (resource?.Type === 'AWS::SNS::Topic') return attribute(id, 'Arn');
    return resource ? nameOf(id, resource) : (PSEUDO_PARAMETERS[id] ?? id);
  };

  const attribute = (id: string, name: string): string => {
    const resource = Resources[id];
    const suffix = ARN_SUFFIXES[name];
    const arn = resource && NAMED[resource.Type]?.arn;
    return arn && suffix !== undefined ? `${arn(nameOf(id, resource))}${suffix}` : `${id}.${name}`;
  };

  if (Array.isArray(value)) return value.map((item) => resolve(stage, stack, item));
  if (!isRecord(value)) return value;
  if (typeof value.Ref === 'string') return reference(value.Ref);
  if (Array.isArray(value['Fn::GetAtt'])) {
    const [id, name] = value['Fn::GetAtt'];
    return attribute(String(id), String(name));
  }
  if (Array.isArray(value['Fn::Join'])) {
    const [separator, parts] = value['Fn::Join'];
    return (resolve(stage, stack, parts) as unknown[]).join(String(separator));
  }
  const output = value['Fn::GetStackOutput'];
  if (isRecord(output)) {
    const other = String(output.StackName).split('-').at(-1) ?? '';
    const outputs = other === stack ? Outputs : templateOf(stage, other).Outputs;
    return resolve(stage, other, outputs?.[String(output.OutputName)]?.Value);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolve(stage, stack, item)]),
  );
};
