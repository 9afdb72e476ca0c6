import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { ReplayDeps } from './replay-failures.ts';

type Deps = { readonly client: LambdaClient };

/** Our own functions say no more than names in it. */
const OWN_ERROR = 'InvocationFailedError';

const errorIn = (payload: string): string => {
  const { errorType = 'an error without a name', errorMessage = '' } = JSON.parse(payload) as {
    readonly errorType?: string;
    readonly errorMessage?: string;
  };
  return errorType === OWN_ERROR ? errorMessage : errorType;
};

/** Calls functions and waits for them, so that what fails again is known at once. */
export const createFunctionCaller =
  ({ client }: Deps): ReplayDeps['call'] =>
  async (functionName, payload) => {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'RequestResponse',
        Payload: JSON.stringify(payload),
      }),
    );
    if (!FunctionError) return { kind: 'done' };
    return { kind: 'failed', error: errorIn(Payload?.transformToString() || '{}') };
  };
