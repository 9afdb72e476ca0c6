/** Objects and messages as AWS makes them when every attempt has failed. */

const arnOf = (name: string) => `arn:aws:lambda:us-east-1:111122223333:function:${name}`;

/** What the event source mapping of a stream puts into a bucket: the batch as JSON in a string. */
export const aBatchRecord = (name: string, records: readonly unknown[]) => ({
  ...aBatchRecordWithoutRecords(name, records.length),
  payload: JSON.stringify({ Records: records }),
});

/** What it sends to a queue or a topic: where the batch was, not what was in it. */
export const aBatchRecordWithoutRecords = (name: string, batchSize: number) => ({
  requestContext: {
    requestId: '316aa6d0-8154-4d1c-9af7-85d5f4a6bc81',
    functionArn: arnOf(name),
    condition: 'RetryAttemptsExhausted',
    approximateInvokeCount: 11,
  },
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  version: '1.0',
  timestamp: '2027-01-20T00:13:49.717Z',
  DDBStreamBatchInfo: {
    shardId: 'shardId-00000001573689847184-864758bb',
    startSequenceNumber: '800000000003126276362',
    endSequenceNumber: '800000000003126276362',
    approximateArrivalOfFirstRecord: '2027-01-20T00:13:19Z',
    approximateArrivalOfLastRecord: '2027-01-20T00:13:19Z',
    batchSize,
    streamArn:
      'arn:aws:dynamodb:us-east-1:111122223333:table/groundswell-test-responses/stream/2027-01-01T00:00:00.000',
  },
});

/** What an asynchronous event leaves. */
export const anEventRecord = (name: string, requestPayload: object) => ({
  version: '1.0',
  timestamp: '2027-01-20T18:16:05.568Z',
  requestContext: {
    requestId: 'e4b46cbf-b738-4d1c-8880-a18cdf61200e',
    functionArn: `${arnOf(name)}:$LATEST`,
    condition: 'RetriesExhausted',
    approximateInvokeCount: 3,
  },
  requestPayload,
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  responsePayload: {
    errorType: 'InvocationFailedError',
    errorMessage: 'NotAllCountedError: see the log entry "invocation.failed"',
  },
});

/** What the bus makes of a new object. */
export const aFailureNotice = (key: string) => ({
  version: '0',
  id: '17793124-05d4-b198-2fde-7ededc63b103',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: '111122223333',
  time: '2027-01-20T18:16:06Z',
  region: 'us-east-1',
  resources: ['arn:aws:s3:::groundswell-test-failures-111122223333-us-east-1'],
  detail: {
    version: '0',
    bucket: { name: 'groundswell-test-failures-111122223333-us-east-1' },
    object: {
      key,
      size: 1,
      etag: 'b1946ac92492d2347c6235b4d2611184',
      sequencer: '00617F08299329D189',
    },
    'request-id': 'N4N7GDK58NMKJ12R',
    requester: '111122223333',
    'source-ip-address': '192.0.2.1',
    reason: 'PutObject',
  },
});
