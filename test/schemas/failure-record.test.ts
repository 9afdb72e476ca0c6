import { describe, expect, test } from 'vitest';
import { keyInFailureNotice, readFailureRecord } from '../../schemas/failure-record.ts';
import {
  aBatchRecord,
  aBatchRecordWithoutRecords,
  aFailureNotice,
  anEventRecord,
} from './failure-records.ts';

const read = (record: unknown) => readFailureRecord(JSON.stringify(record));
const records = [{ dynamodb: { Keys: { pk: { S: 'p#harbor' } } } }];

describe('what Lambda leaves of a failure', () => {
  test('of a stream is the batch, as JSON in a string', () => {
    expect(read(aBatchRecord('groundswell-test-tally', records))).toEqual({
      kind: 'batch',
      functionName: 'groundswell-test-tally',
      payload: { Records: records },
    });
  });

  test('of a stream may be the batch itself', () => {
    const record = { ...aBatchRecord('groundswell-test-tally', []), payload: { Records: records } };
    expect(read(record)).toMatchObject({ kind: 'batch', payload: { Records: records } });
  });

  test.each([
    ['without a payload', aBatchRecordWithoutRecords('groundswell-test-tally', 3)],
    ['with an empty batch', aBatchRecord('groundswell-test-tally', [])],
    ['cut off', { ...aBatchRecord('groundswell-test-tally', []), payload: '{"Records":[{' }],
  ])('of a stream may lack the changes: %s', (_what, record) => {
    expect(read(record)).toEqual({
      kind: 'batch-without-records',
      functionName: 'groundswell-test-tally',
    });
  });

  test('of an asynchronous event is the event', () => {
    expect(read(anEventRecord('groundswell-test-sweep', { kind: 'check' }))).toEqual({
      kind: 'event',
      functionName: 'groundswell-test-sweep',
      payload: { kind: 'check' },
    });
  });

  test.each([
    ['no JSON', 'not JSON'],
    ['nothing', ''],
    ['another JSON', '{"a":1}'],
    [
      'an event of no function',
      JSON.stringify({ ...anEventRecord('x', {}), requestContext: { functionArn: 'x' } }),
    ],
    [
      'a batch of no function',
      JSON.stringify({ ...aBatchRecord('x', records), requestContext: { functionArn: '' } }),
    ],
  ])('is not read from anything else: %s', (_what, text) => {
    expect(readFailureRecord(text)).toEqual({ kind: 'unreadable' });
  });
});

describe('a message about a new object', () => {
  test('names its key', () => {
    const key = 'aws/lambda/async/groundswell-test-sweep/2027/01/20/2027-01-20T18.16.05-x';
    expect(keyInFailureNotice(JSON.stringify(aFailureNotice(key)))).toBe(key);
  });

  test('names none where it is about something else', () => {
    expect(keyInFailureNotice('{}')).toBeUndefined();
    expect(keyInFailureNotice('hello')).toBeUndefined();
  });
});
