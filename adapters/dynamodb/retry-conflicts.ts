import { type DynamoDBClient, TransactionConflictException } from '@aws-sdk/client-dynamodb';

/**
 * Has the client send a write of one item again where a transaction under way holds that item.
 * Such a write was not judged: neither did its condition fail, nor does it say who was faster. The
 * SDK tries again by itself what is marked so; this one it leaves unmarked.
 */
export const retryConflicts = ({ middlewareStack }: DynamoDBClient): void =>
  middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (error instanceof TransactionConflictException) Object.assign(error, { $retryable: {} });
        throw error;
      }
    },
    { step: 'deserialize', name: 'retryConflicts', priority: 'high' },
  );
