import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
  GroupExistsException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { User } from './users.ts';

/** Puts users with their roles and passwords into a user pool; those it has keep what they are. */
export const createUsers = async (
  client: CognitoIdentityProviderClient,
  userPool: string,
  users: readonly User[],
): Promise<void> => {
  for (const user of users) await createUser(client, userPool, user);
};

const createUser = async (
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  { role, email, password }: User,
): Promise<void> => {
  const Username = email;
  const UserAttributes = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
  ];
  const invitation = { Username, UserAttributes, MessageAction: 'SUPPRESS' } as const;
  await client
    .send(new AdminCreateUserCommand({ UserPoolId, ...invitation }))
    .catch(unless(UsernameExistsException));
  await client.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: password, Permanent: true }),
  );
  await client
    .send(new CreateGroupCommand({ UserPoolId, GroupName: role }))
    .catch(unless(GroupExistsException));
  await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: role }));
};

const unless =
  (expected: abstract new (...args: never) => Error) =>
  (error: unknown): void => {
    if (!(error instanceof expected)) throw error;
  };
