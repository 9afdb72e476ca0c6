import type { Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { eventStack } from '../../../functions/middleware/event-stack.ts';
import { InvocationFailedError } from '../../../functions/middleware/failure-handler.ts';
import { createLogger } from '../../../functions/middleware/logger.ts';
import { capturedOutput } from '../captured-output.ts';
import { aContext } from '../gateway.ts';
import { silentLog } from '../silent-log.ts';

describe('the middleware of other functions', () => {
  test('hands over the event and the context, and gives back the result', async () => {
    const handler = async (event: { n: number }, context: Context) =>
      `${event.n} ${context.awsRequestId}`;
    const invoke = eventStack(handler, { log: silentLog() });
    expect(await invoke({ n: 7 }, aContext())).toBe('7 request-1');
  });

  test('a failure fails the invocation, and Lambda learns only the name of what was thrown', async () => {
    const invoke = eventStack(
      async (_event: { id: string }) => {
        throw new TypeError('cannot read deadbeef');
      },
      { log: silentLog() },
    );
    const failure = await invoke({ id: 'deadbeef' }, aContext()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvocationFailedError);
    expect(String(failure)).toContain('TypeError');
    expect(`${String(failure)} ${(failure as Error).stack}`).not.toContain('deadbeef');
    expect((failure as Error).cause).toBeUndefined();
  });

  test('something that is thrown and no error fails the invocation, too', async () => {
    const invoke = eventStack(() => Promise.reject('deadbeef'), { log: silentLog() });
    const failure = await invoke({}, aContext()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvocationFailedError);
    expect(String(failure)).not.toContain('deadbeef');
  });

  test('the log has the request id and the place of a failure, never the event', async () => {
    const output = await capturedOutput(async () => {
      const invoke = eventStack(
        async (_event: { id: string }) => {
          throw new TypeError('cannot read deadbeef');
        },
        { log: createLogger() },
      );
      await invoke({ id: 'deadbeef' }, aContext()).catch(() => undefined);
    });
    expect(output).toContain('"invocation.failed"');
    expect(output).toContain('"request-1"');
    expect(output).toContain('event-stack.test.ts');
    expect(output).not.toContain('deadbeef');
  });
});
