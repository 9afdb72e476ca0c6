import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { clientSettings } from '../../local/aws/client-settings.ts';
import type { Recorder } from './record-calls.ts';

/** Lets deployed functions reach the emulator through a recorder from now on. */
export const askThrough = async (
  recorder: Recorder,
  endpoint: string,
  functions: readonly string[],
): Promise<void> => {
  const client = new LambdaClient(clientSettings(endpoint));
  for (const FunctionName of functions) {
    const { Environment } = await client.send(
      new GetFunctionConfigurationCommand({ FunctionName }),
    );
    const caller = FunctionName.split('-').at(-1) ?? FunctionName;
    const Variables = { ...Environment?.Variables, AWS_ENDPOINT_URL: recorder.endpointFor(caller) };
    await client.send(
      new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }),
    );
  }
};
