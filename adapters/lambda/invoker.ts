import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

type Deps = { readonly client: LambdaClient };

/** Invokes other functions. */
export const createInvoker = ({ client }: Deps) => ({
  /** Queues an invocation and does not wait for it. */
  invokeAsync: async (functionName: string, payload: unknown): Promise<void> => {
    await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: JSON.stringify(payload),
      }),
    );
  },
});
