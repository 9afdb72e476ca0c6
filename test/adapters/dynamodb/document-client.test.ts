import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createDocumentClient } from '../../../adapters/dynamodb/document-client.ts';

afterEach(() => vi.unstubAllEnvs());

/** A server that answers the first so many requests never, and the others with an item. */
const aSlowTable = async (silent: number) => {
  const seen = { requests: 0 };
  const server = createServer((_request, response) => {
    seen.requests += 1;
    if (seen.requests <= silent) return;
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.end('{"Item":{"pk":{"S":"a"}}}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { seen, close };
};

const read = new GetCommand({ TableName: 'table', Key: { pk: 'a' } });

describe('createDocumentClient({ requestTimeoutMs })', () => {
  test('tries again where an attempt hangs', async () => {
    const { seen, close } = await aSlowTable(1);
    const { Item } = await createDocumentClient({ requestTimeoutMs: 50 }).send(read);
    expect([Item, seen.requests]).toEqual([{ pk: 'a' }, 2]);
    close();
  });

  test('gives up after three attempts, with a timeout', async () => {
    const { seen, close } = await aSlowTable(9);
    const failure = await createDocumentClient({ requestTimeoutMs: 50 })
      .send(read)
      .catch((error: unknown) => error);
    expect([(failure as Error).name, seen.requests]).toEqual(['TimeoutError', 3]);
    close();
  });
});
