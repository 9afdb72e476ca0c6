import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createDocumentClient } from '../../../adapters/dynamodb/document-client.ts';
import { isTransient } from '../../../functions/middleware/transient-error.ts';

afterEach(() => vi.unstubAllEnvs());

/** A server that answers one request after the other as told, and all later ones as the last. */
const aTable = async (...answers: readonly RequestListener[]) => {
  const seen = { requests: 0 };
  const server = createServer((request, response) => {
    seen.requests += 1;
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    (answers[seen.requests - 1] ?? answers.at(-1))?.(request, response);
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

const silence: RequestListener = () => undefined;
const anItem: RequestListener = (_request, response) => response.end('{"Item":{"pk":{"S":"a"}}}');
const anError =
  (name: string): RequestListener =>
  (_request, response) => {
    response.statusCode = 400;
    response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}` }));
  };

const read = new GetCommand({ TableName: 'table', Key: { pk: 'a' } });

describe('createDocumentClient({ requestTimeoutMs })', () => {
  test('tries again where an attempt hangs', async () => {
    const { seen, close } = await aTable(silence, anItem);
    const { Item } = await createDocumentClient({ requestTimeoutMs: 50 }).send(read);
    expect([Item, seen.requests]).toEqual([{ pk: 'a' }, 2]);
    close();
  });

  test('gives up after three attempts, with a timeout', async () => {
    const { seen, close } = await aTable(silence);
    const failure = await createDocumentClient({ requestTimeoutMs: 50 })
      .send(read)
      .catch((error: unknown) => error);
    expect([(failure as Error).name, seen.requests]).toEqual(['TimeoutError', 3]);
    close();
  });

  test('tries again where a transaction holds the item', async () => {
    const { seen, close } = await aTable(anError('TransactionConflictException'), anItem);
    const { Item } = await createDocumentClient().send(read);
    expect([Item, seen.requests]).toEqual([{ pk: 'a' }, 2]);
    close();
  });

  test('gives up on an item that is held for too long, with an error that says so', async () => {
    const { seen, close } = await aTable(anError('TransactionConflictException'));
    const failure = await createDocumentClient()
      .send(read)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TransactionConflictException);
    expect([seen.requests, isTransient(failure as Error)]).toEqual([3, true]);
    close();
  });

  test.each(['ConditionalCheckFailedException', 'AccessDeniedException'])(
    'asks once where the answer is %s',
    async (name) => {
      const { seen, close } = await aTable(anError(name));
      await expect(createDocumentClient().send(read)).rejects.toMatchObject({ name });
      expect(seen.requests).toBe(1);
      close();
    },
  );
});
