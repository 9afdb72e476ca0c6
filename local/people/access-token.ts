import {
  AdminInitiateAuthCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientSettings } from '../aws/client-settings.ts';
import type { Deployment } from '../deployment/describe-deployment.ts';
import type { User } from './users.ts';

export class NotSignedInError extends Error {
  override readonly name = 'NotSignedInError';
}

/** Signs a user in and returns the access token, good for an hour. */
export const accessToken = async (
  deployment: Pick<Deployment, 'emulatorUrl' | 'userPool' | 'userPoolClient'>,
  user: User,
): Promise<string> => {
  const client = new CognitoIdentityProviderClient(clientSettings(deployment.emulatorUrl));
  const { AuthenticationResult } = await client.send(
    new AdminInitiateAuthCommand({
      UserPoolId: deployment.userPool,
      ClientId: deployment.userPoolClient,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: user.email, PASSWORD: user.password },
    }),
  );
  const token = AuthenticationResult?.AccessToken;
  if (token === undefined) throw new NotSignedInError(`${user.email} got no token.`);
  return token;
};
