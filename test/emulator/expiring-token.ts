import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import { accessToken } from '../../local/people/access-token.ts';
import type { User } from '../../local/people/users.ts';

/** A second, and the five by which clocks may differ. */
const EXPIRED_MS = 7000;

/** A token that was good, and from when on (Unix, ms) nobody may accept it any more. */
export type ExpiringToken = { readonly text: string; readonly expiredAt: number };

/**
 * Has the deployment's own issuer make a token that lasts a second. For as long as that takes every
 * token lasts no longer: it is for before the tests, which sign in side by side.
 */
export const expiringToken = async (
  client: CognitoIdentityProviderClient,
  deployment: Deployment,
  user: User,
): Promise<ExpiringToken> => {
  const place = { UserPoolId: deployment.userPool, ClientId: deployment.userPoolClient };
  const { UserPoolClient: settings } = await client.send(new DescribeUserPoolClientCommand(place));
  await client.send(
    new UpdateUserPoolClientCommand({
      ...settings,
      ...place,
      AccessTokenValidity: 1,
      TokenValidityUnits: { ...settings?.TokenValidityUnits, AccessToken: 'seconds' },
    }),
  );
  const text = await accessToken(deployment, user);
  await client.send(new UpdateUserPoolClientCommand({ ...settings, ...place }));
  return { text, expiredAt: Date.now() + EXPIRED_MS };
};
