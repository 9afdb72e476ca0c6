import { resolve } from './resolve.ts';
import { resourcesOf, type Stage } from './synthesized.ts';

/** A policy document, as far as tests look at it. */
export interface PolicyDocument {
  readonly Version?: string;
  readonly Statement: readonly unknown[];
}

/** Something that has a policy of its own, as it is deployed. */
export interface Guarded {
  /** `table/responses`, `stream/responses` or `bucket/reports`. */
  readonly name: string;
  readonly arn: string;
  readonly policy: PolicyDocument;
}

type Replica = {
  readonly ResourcePolicy?: { readonly PolicyDocument: PolicyDocument };
  readonly ReplicaStreamSpecification?: {
    readonly ResourcePolicy: { readonly PolicyDocument: PolicyDocument };
  };
};

const shortOf = (stage: Stage, name: string): string =>
  name.replace(`groundswell-${stage}-`, '').replace('-000000000000-us-east-1', '');

const tablesOf = (stage: Stage): readonly Guarded[] =>
  resourcesOf(stage, 'AWS::DynamoDB::GlobalTable').flatMap(({ stack, Properties }) => {
    const { TableName, Replicas } = resolve(stage, stack, Properties) as {
      TableName: string;
      Replicas: readonly Replica[];
    };
    const arn = `arn:aws:dynamodb:us-east-1:000000000000:table/${TableName}`;
    const short = shortOf(stage, TableName);
    const [replica] = Replicas;
    const table = replica?.ResourcePolicy?.PolicyDocument;
    const stream = replica?.ReplicaStreamSpecification?.ResourcePolicy.PolicyDocument;
    return [
      ...(table ? [{ name: `table/${short}`, arn, policy: table }] : []),
      ...(stream
        ? [
            {
              name: `stream/${short}`,
              arn: `${arn}/stream/2027-01-15T10:00:00.000`,
              policy: stream,
            },
          ]
        : []),
    ];
  });

const policiesOfBuckets = (stage: Stage, isMeant: (stack: string) => boolean): readonly Guarded[] =>
  resourcesOf(stage, 'AWS::S3::BucketPolicy')
    .filter(({ stack }) => isMeant(stack))
    .map(({ stack, Properties }) => {
      const { Bucket, PolicyDocument } = resolve(stage, stack, Properties) as {
        Bucket: string;
        PolicyDocument: PolicyDocument;
      };
      return {
        name: `bucket/${shortOf(stage, Bucket)}`,
        arn: `arn:aws:s3:::${Bucket}`,
        policy: PolicyDocument,
      };
    });

/** Those that hold data: the site's holds the built pages, which the CDN shows to anyone. */
const bucketsOf = (stage: Stage): readonly Guarded[] =>
  policiesOfBuckets(stage, (stack) => stack !== 'site');

/** The site's one bucket. */
export const pagesOf = (stage: Stage): Guarded => {
  const [pages] = policiesOfBuckets(stage, (stack) => stack === 'site');
  if (!pages) throw new Error(`stage ${stage} has no bucket of pages`);
  return pages;
};

/** Every table, stream and bucket of a stage that has a policy of its own. */
export const guardedOf = (stage: Stage): readonly Guarded[] => [
  ...tablesOf(stage),
  ...bucketsOf(stage),
];
