import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';

/** What became of a write that was made on condition of what had been read before. */
export type Change = { readonly kind: 'changed' } | { readonly kind: 'overtaken' };

/** Reasons for which a transaction is cancelled because somebody else was faster. */
const LOST_RACES: readonly (string | undefined)[] = [
  'ConditionalCheckFailed',
  'TransactionConflict',
];

/** Whether a write failed because what it depends on is no longer so. */
export const lostRace = (error: unknown): boolean => {
  if (error instanceof ConditionalCheckFailedException) return true;
  if (!(error instanceof TransactionCanceledException)) return false;
  return error.CancellationReasons?.some(({ Code }) => LOST_RACES.includes(Code)) ?? false;
};

/**
 * Runs a conditional write or transaction: `overtaken` where its condition did not hold.
 *
 * @throws the SDK's error for every other failure
 */
export const conditionalChange = async (write: () => Promise<unknown>): Promise<Change> => {
  try {
    await write();
    return { kind: 'changed' };
  } catch (error) {
    if (lostRace(error)) return { kind: 'overtaken' };
    throw error;
  }
};
