import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errors, exportJWK, generateKeyPair } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import {
  KeysUnavailableError,
  publishedKeys,
} from '../../../functions/serve-reports/published-keys.ts';

const TIMEOUT_MS = 50;
const jwk = { ...(await exportJWK((await generateKeyPair('RS256')).publicKey)), alg: 'RS256' };
const TOKEN = { payload: '', signature: '' };

let server: Server | undefined;

const publish = async (answer: RequestListener) => {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => {
    started.listen(0, '127.0.0.1', resolve);
  });
  const { port } = started.address() as AddressInfo;
  return publishedKeys(`http://127.0.0.1:${port}/jwks.json`, TIMEOUT_MS);
};

const publishText = (text: string, status = 200) =>
  publish((_request, response) => {
    response.statusCode = status;
    response.end(text);
  });

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

describe('publishedKeys(jwksUri)', () => {
  test('are asked for once and remembered', async () => {
    let requests = 0;
    const keys = await publish((_request, response) => {
      requests += 1;
      response.end(JSON.stringify({ keys: [{ ...jwk, kid: 'one' }] }));
    });
    for (const _time of [1, 2]) {
      expect(await keys({ alg: 'RS256', kid: 'one' }, TOKEN)).toMatchObject({ type: 'public' });
    }
    expect(requests).toBe(1);
  });

  test.each([
    ['a key id that is not among them', { alg: 'RS256', kid: 'two' }, errors.JWKSNoMatchingKey],
    ['a shared secret', { alg: 'HS256', kid: 'one' }, errors.JOSENotSupported],
    ['no key id, where several fit', { alg: 'RS256' }, errors.JWKSMultipleMatchingKeys],
  ])('find the fault in a token with %s', async (_what, header, fault) => {
    const set = {
      keys: [
        { ...jwk, kid: 'one' },
        { ...jwk, kid: 'three' },
      ],
    };
    const keys = await publishText(JSON.stringify(set));
    await expect(keys(header, TOKEN)).rejects.toBeInstanceOf(fault);
  });

  test.each([
    ['an error', '{"message":"down"}', 500],
    ['a page', '<!doctype html>', 200],
    ['an empty object', '{}', 200],
    ['no keys', '{"keys":{}}', 200],
    ['another place', '', 302],
  ])('are unavailable where the issuer answers with %s', async (_what, text, status) => {
    const keys = await publishText(text, status);
    await expect(keys({ alg: 'RS256', kid: 'one' }, TOKEN)).rejects.toThrow(KeysUnavailableError);
  });

  test('are unavailable where the issuer does not answer in time', async () => {
    const keys = await publish(() => undefined);
    await expect(keys({ alg: 'RS256', kid: 'one' }, TOKEN)).rejects.toThrow(KeysUnavailableError);
  });

  test('are unavailable where nobody listens', async () => {
    const keys = publishedKeys('http://127.0.0.1:1/jwks.json', TIMEOUT_MS);
    await expect(keys({ alg: 'RS256', kid: 'one' }, TOKEN)).rejects.toThrow(KeysUnavailableError);
  });

  test('are asked for again where they could not be had', async () => {
    let isDown = true;
    const keys = await publish((_request, response) => {
      response.statusCode = isDown ? 503 : 200;
      response.end(JSON.stringify({ keys: [{ ...jwk, kid: 'one' }] }));
    });
    await expect(keys({ alg: 'RS256', kid: 'one' }, TOKEN)).rejects.toThrow(KeysUnavailableError);
    isDown = false;
    expect(await keys({ alg: 'RS256', kid: 'one' }, TOKEN)).toMatchObject({ type: 'public' });
  });
});
