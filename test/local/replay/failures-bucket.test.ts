import { HeadObjectCommand, NotFound, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, test } from 'vitest';
import { createFailuresBucket } from '../../../local/replay/failures-bucket.ts';

const s3 = mockClient(S3Client);

const hasAfter = (error?: Error) => {
  s3.reset();
  if (error) s3.on(HeadObjectCommand).rejects(error);
  return createFailuresBucket({ client: new S3Client({}), bucket: 'failures' }).has('one');
};

describe('the failures bucket', () => {
  test('has an object that it can be asked about', async () => {
    expect(await hasAfter()).toBe(true);
  });

  test('has none where S3 does not find it', async () => {
    expect(await hasAfter(new NotFound({ message: 'gone', $metadata: {} }))).toBe(false);
  });

  test('does not take a refusal for an object that is gone', async () => {
    const refused = new S3ServiceException({
      name: '403',
      message: 'denied',
      $fault: 'client',
      $metadata: {},
    });
    await expect(hasAfter(refused)).rejects.toBe(refused);
  });
});
