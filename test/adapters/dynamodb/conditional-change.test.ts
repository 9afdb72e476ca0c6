import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { conditionalChange } from '../../../adapters/dynamodb/conditional-change.ts';

const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

const changeOf = (error: unknown) => conditionalChange(() => Promise.reject(error));

describe('conditionalChange(write)', () => {
  test('is changed where the write went through', async () => {
    expect(await conditionalChange(async () => undefined)).toEqual({ kind: 'changed' });
  });

  test('is overtaken where a condition failed, or another transaction was under way', async () => {
    const failed = new ConditionalCheckFailedException({ $metadata: {}, message: 'failed' });
    for (const error of [
      failed,
      cancelled('None', 'ConditionalCheckFailed'),
      cancelled('TransactionConflict', 'None'),
    ]) {
      expect(await changeOf(error)).toEqual({ kind: 'overtaken' });
    }
  });

  test('throws everything else', async () => {
    for (const error of [new Error('down'), cancelled('ThrottlingError'), cancelled()]) {
      await expect(changeOf(error)).rejects.toBe(error);
    }
  });
});
