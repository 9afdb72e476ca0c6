import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, test } from 'vitest';
import { createInvoker } from '../../../adapters/lambda/invoker.ts';

const lambda = mockClient(LambdaClient);

test('an invocation is queued with its payload, and not waited for', async () => {
  lambda.on(InvokeCommand).resolves({ StatusCode: 202 });
  await createInvoker({ client: new LambdaClient({}) }).invokeAsync('roll-up', { poll: 'spring' });
  expect(lambda.commandCalls(InvokeCommand)[0]?.args[0].input).toEqual({
    FunctionName: 'roll-up',
    InvocationType: 'Event',
    Payload: '{"poll":"spring"}',
  });
});
