import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { SweepRequest } from '../../schemas/sweep.ts';
import { clientSettings } from '../aws/client-settings.ts';
import type { Deployment } from '../deployment/describe-deployment.ts';

export class RecountFailedError extends Error {
  override readonly name = 'RecountFailedError';
}

/** Counts everything anew: an emulator that was stopped has forgotten what its stream held. */
export const recount = async ({ emulatorUrl, functions }: Deployment): Promise<void> => {
  const client = new LambdaClient(clientSettings(emulatorUrl));
  const request: SweepRequest = { kind: 'recount' };
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName: functions.sweep, Payload: JSON.stringify(request) }),
  );
  if (FunctionError === undefined) return;
  throw new RecountFailedError(
    `The sweep failed: ${Payload?.transformToString() ?? FunctionError}`,
  );
};
