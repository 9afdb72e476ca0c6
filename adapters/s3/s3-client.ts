import { S3Client } from '@aws-sdk/client-s3';

/**
 * The S3 client that every function uses: bounded waits, so that a hanging connection becomes
 * an error while there is still time to answer it. An endpoint given by AWS_ENDPOINT_URL is
 * addressed by path, because an emulator has no name per bucket.
 */
export const createS3Client = (): S3Client =>
  new S3Client({
    forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined,
    maxAttempts: 4,
    requestHandler: {
      connectionTimeout: 2000,
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
    },
  });
