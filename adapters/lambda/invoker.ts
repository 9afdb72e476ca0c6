import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { correlated } from '../correlated.ts';

type Deps = {
  readonly client: LambdaClient;
  /** What the invocations are part of; it is added to each payload. */
  readonly correlation?: () => string | undefined;
};

/** Invokes other functions. */
export const createInvoker = ({ client, correlation }: Deps) => ({
  /** Queues an invocation and does not wait for it. */
  invokeAsync: async (functionName: string, payload: object): Promise<void> => {
    await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: JSON.stringify({ ...payload, ...correlated(correlation) }),
      }),
    );
  },
});
