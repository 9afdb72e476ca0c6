import { describe, expect, test } from 'vitest';
import { correlationOf, createCorrelation } from '../../../functions/middleware/correlation.ts';
import { eventStack } from '../../../functions/middleware/event-stack.ts';
import { httpStack } from '../../../functions/middleware/http-stack.ts';
import { createLogger } from '../../../functions/middleware/logger.ts';
import { SweepRequest } from '../../../schemas/sweep.ts';
import { anEvent } from '../an-event.ts';
import { capturedOutput } from '../captured-output.ts';
import { aContext } from '../gateway.ts';

const GATEWAY_ID = 'JKJaXmPLvHcESHA=';

describe('correlationOf', () => {
  test("is the gateway's id of a request", () => {
    const event = anEvent({ requestContext: { requestId: GATEWAY_ID } });
    expect(correlationOf(event)).toBe(GATEWAY_ID);
  });

  test('is what whoever invoked the function passed on', () => {
    const request = SweepRequest.parse({ kind: 'seal', poll: 'p', correlation: GATEWAY_ID });
    expect(correlationOf(request)).toBe(GATEWAY_ID);
  });

  test('is none where nothing of that kind is there', () => {
    for (const event of [undefined, null, 'text', {}, { Records: [] }, { correlation: 7 }]) {
      expect(correlationOf(event)).toBeUndefined();
    }
    for (const odd of ['', 'short', 'x'.repeat(65), 'with space', 'line\nbreak']) {
      expect(correlationOf({ correlation: odd })).toBeUndefined();
    }
  });

  test('is never what a client made up: it could be a response id', () => {
    const made = '4bf92f3577b34da6a3ce929d0e0e4736';
    const traceparent = `00-${made}-00f067aa0ba902b7-01`;
    const headers = { traceparent, 'x-correlation-id': made, 'x-request-id': made };
    expect(correlationOf(anEvent({ headers }))).toBeUndefined();
  });
});

describe('an invocation', () => {
  const idsIn = (output: string): readonly string[] =>
    [...output.matchAll(/"correlation":"([^"]*)"/g)].map(([, id]) => id ?? '');

  test('has one id in its every log entry, and what it sends has the same', async () => {
    const correlation = createCorrelation();
    const sent: unknown[] = [];
    const output = await capturedOutput(async () => {
      const log = createLogger(correlation);
      const invoke = httpStack(
        async () => {
          log.info('response.withdrawn');
          sent.push(correlation.current());
          return { statusCode: 204 };
        },
        { log, correlation },
      );
      await invoke(anEvent({ requestContext: { requestId: GATEWAY_ID } }), aContext());
    });
    expect(idsIn(output)).toEqual([GATEWAY_ID, GATEWAY_ID]);
    expect(sent).toEqual([GATEWAY_ID]);
  });

  test("has Lambda's own id where nobody passed one on, and not that of the one before", async () => {
    const correlation = createCorrelation();
    const output = await capturedOutput(async () => {
      const log = createLogger(correlation);
      const invoke = eventStack(async (_event: object) => log.info('check.done'), {
        ...{ log, correlation },
      });
      await invoke({ kind: 'check', correlation: GATEWAY_ID }, aContext());
      await invoke({ kind: 'check' }, aContext());
    });
    expect(idsIn(output)).toEqual([GATEWAY_ID, 'request-1']);
  });

  test('has none where even that is odd, rather than one that no event may have', async () => {
    const correlation = createCorrelation();
    correlation.begin({}, { awsRequestId: 'x y' });
    expect(correlation.current()).toBeUndefined();
  });
});
