import { ListBucketsCommand, type S3Client } from '@aws-sdk/client-s3';
import { GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** The stage has no failures bucket here. */
export class NoSuchStageError extends Error {
  override readonly name = 'NoSuchStageError';
}

/** The failures bucket of a stage; its name holds the account and the region. */
export const failuresBucketOf = async (client: S3Client, stage: string): Promise<string> => {
  const prefix = `groundswell-${stage}-failures-`;
  const region = await client.config.region();
  const { Buckets = [] } = await client.send(new ListBucketsCommand({ Prefix: prefix }));
  const found = Buckets.find(
    ({ Name = '' }) => Name.startsWith(prefix) && Name.endsWith(`-${region}`),
  )?.Name;
  if (found) return found;
  throw new NoSuchStageError(
    `This account has no bucket ${prefix}... in ${region}. Check the stage, AWS_PROFILE and AWS_REGION.`,
  );
};

/** The address of the queue of what waits to be replayed. */
export const failuresQueueOf = async (client: SQSClient, stage: string): Promise<string> => {
  const { QueueUrl } = await client.send(
    new GetQueueUrlCommand({ QueueName: `groundswell-${stage}-failures` }),
  );
  return QueueUrl ?? '';
};
