import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { KeysUnavailableError } from '../../../functions/serve-reports/published-keys.ts';
import {
  createTokenVerifier,
  type VerifyToken,
} from '../../../functions/serve-reports/verify-token.ts';

const ISSUER = 'https://issuer.example.org';
const AUDIENCE = 'groundswell';
const { privateKey, publicKey } = await generateKeyPair('RS256');
const strangers = await generateKeyPair('RS256');
let verify: VerifyToken;

const tokenOf = (claims: JWTPayload, key = privateKey): Promise<string> =>
  new SignJWT({ iss: ISSUER, aud: AUDIENCE, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setExpirationTime(claims.exp ?? '5m')
    .sign(key);

const kindOf = async (token: Promise<string> | string): Promise<string> =>
  (await verify(`Bearer ${await token}`)).kind;

beforeAll(async () => {
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' };
  const keys = createLocalJWKSet({ keys: [jwk] });
  verify = createTokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys });
});

describe('a token', () => {
  test('from the issuer, for this audience and in its time is valid, with its claims', async () => {
    const token = await verify(`Bearer ${await tokenOf({ 'cognito:groups': ['planner'] })}`);
    expect(token).toMatchObject({ kind: 'valid', claims: { 'cognito:groups': ['planner'] } });
  });

  test('without aud is for the client that it names', async () => {
    const token = new SignJWT({ iss: ISSUER, client_id: AUDIENCE })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setExpirationTime('5m')
      .sign(privateKey);
    expect(await kindOf(token)).toBe('valid');
  });

  test.each([
    ['of another issuer', { iss: 'https://other.example.org' }],
    ['for another audience', { aud: 'another' }],
    ['for another audience, though its client is ours', { aud: 'another', client_id: AUDIENCE }],
    ['that has expired', { exp: 1_000_000_000 }],
    ['that is not valid yet', { nbf: 4_000_000_000 }],
  ])('%s is invalid', async (_what, claims) => {
    expect(await kindOf(tokenOf(claims))).toBe('invalid');
  });

  test('that never expires is invalid', async () => {
    const token = new SignJWT({ iss: ISSUER, aud: AUDIENCE })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(privateKey);
    expect(await kindOf(token)).toBe('invalid');
  });

  test('signed by a stranger under our key id is invalid', async () => {
    expect(await kindOf(tokenOf({}, strangers.privateKey))).toBe('invalid');
  });

  test('without a signature (alg: none) is invalid', async () => {
    const token = new UnsecuredJWT({ iss: ISSUER, aud: AUDIENCE }).setExpirationTime('5m').encode();
    expect(await kindOf(token)).toBe('invalid');
  });

  test('signed with the public key as a shared secret is invalid', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(publicKey)));
    const token = new SignJWT({ iss: ISSUER, aud: AUDIENCE })
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setExpirationTime('5m')
      .sign(secret);
    expect(await kindOf(token)).toBe('invalid');
  });

  test.each(['', 'Bearer', 'Bearer x', 'Basic abc', 'Bearer a.b.c', 'Bearer a.b.c d'])(
    'that is not one (%j) is invalid',
    async (authorization) => {
      expect((await verify(authorization)).kind).toBe('invalid');
    },
  );
});

test('keys that cannot be had are thrown on, whatever the token', async () => {
  const down = new KeysUnavailableError('down');
  const keys = () => Promise.reject(down);
  const verifyWithout = createTokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys });
  await expect(verifyWithout(`Bearer ${await tokenOf({})}`)).rejects.toBe(down);
});
