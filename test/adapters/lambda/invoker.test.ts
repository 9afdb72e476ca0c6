import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, expect, test } from 'vitest';
import { createInvoker } from '../../../adapters/lambda/invoker.ts';

const lambda = mockClient(LambdaClient);
afterAll(() => lambda.restore());

test('an invocation is queued with its payload, and not waited for', async () => {
  lambda.on(InvokeCommand).resolves({ StatusCode: 202 });
  await createInvoker({ client: new LambdaClient({}) }).invokeAsync('roll-up', { poll: 'spring' });
  expect(lambda.commandCalls(InvokeCommand)[0]?.args[0].input).toEqual({
    FunctionName: 'roll-up',
    InvocationType: 'Event',
    Payload: '{"poll":"spring"}',
  });
});

test('an invocation says what it is part of', async () => {
  lambda.reset();
  lambda.on(InvokeCommand).resolves({ StatusCode: 202 });
  const invoker = createInvoker({
    client: new LambdaClient({}),
    correlation: () => 'request-7',
  });
  await invoker.invokeAsync('roll-up', { poll: 'spring' });
  expect(lambda.commandCalls(InvokeCommand)[0]?.args[0].input.Payload).toBe(
    '{"poll":"spring","correlation":"request-7"}',
  );
});
