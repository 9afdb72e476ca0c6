import type {
  DestinationConfig,
  IDestination,
  IEventSourceDlq,
  IFunction,
} from 'aws-cdk-lib/aws-lambda';
import type { PrivateBucket } from './private-bucket.ts';

/**
 * Sends what a function could not process to a bucket, a stream's batch or an asynchronous event
 * alike. CDK's own destinations also allow the function to read and delete there.
 */
export const onFailureTo = (bucket: PrivateBucket): IDestination & IEventSourceDlq => ({
  bind: (_source: unknown, target: IFunction): DestinationConfig => {
    bucket.grantPutObjects(target);
    return { destination: bucket.bucket.bucketArn };
  },
});
