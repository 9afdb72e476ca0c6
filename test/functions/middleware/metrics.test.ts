import type { Context } from 'aws-lambda';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { eventStack } from '../../../functions/middleware/event-stack.ts';
import { createMetrics } from '../../../functions/middleware/metrics.ts';

const context = { awsRequestId: 'test' } as Context;
const log = { addContext: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** What an invocation that counts `counted` and then ends as `end` does writes. */
const written = async (counted: number, end: () => void): Promise<readonly string[]> => {
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'tally');
  vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'groundswell-test-tally');
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const metrics = createMetrics();
  const handler = eventStack(
    async () => {
      if (counted > 0) metrics.count('UnprocessableRecords', counted);
      end();
    },
    { log },
  ).use(metrics.published);
  await handler({}, context).catch(() => {});
  return [...out.mock.calls, ...warn.mock.calls].map(([line]) => String(line));
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('what an invocation counts is written', () => {
  test('once, with its service and function as dimensions', async () => {
    const lines = await written(3, () => {});
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      UnprocessableRecords: 3,
      service: 'tally',
      function: 'groundswell-test-tally',
    });
  });

  test('also where the invocation fails', async () => {
    const lines = await written(1, () => {
      throw new Error('broken');
    });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ UnprocessableRecords: 1 });
  });

  test('not at all where it counted nothing', async () => {
    expect(await written(0, () => {})).toEqual([]);
  });
});
