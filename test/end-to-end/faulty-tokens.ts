import { setTimeout as sleep } from 'node:timers/promises';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { createRemoteJWKSet, generateKeyPair, SignJWT } from 'jose';
import { clientSettings } from '../../local/aws/client-settings.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import { accessToken } from '../../local/people/access-token.ts';
import { createUsers } from '../../local/people/create-users.ts';
import type { User } from '../../local/people/users.ts';
import { signedWithPublicKey, type TokenFault } from '../api/token-issuer.ts';
import type { ExpiringToken } from '../emulator/expiring-token.ts';

const EXPLICIT_AUTH_FLOWS = ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] as const;

/** What no user pool can be made to issue, whose keys are its own. */
export const NOT_TO_BE_HAD: readonly string[] = ['not valid yet', 'never expiring'];

/** The parts of a token, decoded. */
const partsOf = (token: string) => {
  const [header = '', payload = ''] = token.split('.');
  const parsed = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  return { header: parsed(header), payload, claims: parsed(payload) };
};

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Administrators' tokens with one fault each, made by the deployment's own issuer wherever it
 * can make them, such as of another client and another pool.
 */
export const faultyTokens = (
  deployment: Deployment,
  administrator: User,
  expiring: ExpiringToken,
) => {
  const client = new CognitoIdentityProviderClient(clientSettings(deployment.emulatorUrl));
  const { userPool } = deployment;
  const good = () => accessToken(deployment, administrator);

  const clientIn = async (pool: string): Promise<string> => {
    const { UserPoolClient } = await client.send(
      new CreateUserPoolClientCommand({
        UserPoolId: pool,
        ClientName: 'another',
        ExplicitAuthFlows: [...EXPLICIT_AUTH_FLOWS],
      }),
    );
    return UserPoolClient?.ClientId ?? '';
  };

  const publishedKey = async (kid: string): Promise<CryptoKey> => {
    const address = `${deployment.emulatorUrl}/${userPool}/.well-known/jwks.json`;
    const keys = createRemoteJWKSet(new URL(address));
    return keys({ alg: 'RS256', kid });
  };

  const made: Readonly<Partial<Record<TokenFault, () => Promise<string>>>> = {
    expired: async () => {
      await sleep(Math.max(0, expiring.expiredAt - Date.now()));
      return expiring.text;
    },
    'another audience': async () =>
      accessToken({ ...deployment, userPoolClient: await clientIn(userPool) }, administrator),
    'another issuer': async () => {
      const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'another' }));
      const pool = UserPool?.Id ?? '';
      await createUsers(client, pool, [administrator]);
      const other = { ...deployment, userPool: pool, userPoolClient: await clientIn(pool) };
      return accessToken(other, administrator);
    },
    'alg: none': async () => {
      const { header, payload } = partsOf(await good());
      return `${base64({ ...header, alg: 'none' })}.${payload}.`;
    },
    'the public key as a secret': async () => {
      const { header, claims } = partsOf(await good());
      return signedWithPublicKey(claims, await publishedKey(header.kid), header.kid);
    },
    'a stranger’s signature': async () => {
      const { header, claims } = partsOf(await good());
      const { privateKey } = await generateKeyPair('RS256');
      return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
    },
  };

  const known = new Map<TokenFault, Promise<string>>();
  return (fault: TokenFault): Promise<string> => {
    const token = known.get(fault) ?? made[fault]?.();
    if (!token) throw new RangeError(`no issuer here makes a token that is ${fault}`);
    known.set(fault, token);
    return token;
  };
};
