import { Aws, Duration, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolDomain,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings, TokenIssuer } from '../../schemas/settings.ts';
import type { SiteConfig } from '../../schemas/site-config.ts';
import { acknowledge } from './acknowledge.ts';
import { dataProtection } from './data-protection.ts';
import { addOutputs } from './outputs.ts';
import { stageName } from './stage-name.ts';

/** Where the pages sign people in, and the origin that a browser must reach for it. */
export type SignIn = { readonly config: SiteConfig['signIn']; readonly origin: string };

/** Roles that every stage has. A coordinator's role is made with the organization's first one. */
const ROLES = { Administrators: 'administrator', Planners: 'planner' } as const;

/** Properties of {@link People}. */
export interface PeopleProps {
  readonly settings: Settings;
}

/**
 * Those who have a role: administrators, planners and coordinators. Nobody signs up, an
 * administrator invites. Respondents are not here: they need no account.
 */
export class People extends Construct {
  readonly tokenIssuer: TokenIssuer;
  readonly signIn: SignIn;

  constructor(scope: Construct, id: string, { settings }: PeopleProps) {
    super(scope, id);
    const pool = this.addPool(settings);
    const client = addClient(pool, settings);
    const domain = new UserPoolDomain(this, 'Domain', {
      userPool: pool,
      cognitoDomain: { domainPrefix: `${stageName(settings, 'people')}-${Aws.ACCOUNT_ID}` },
    });
    for (const [name, role] of Object.entries(ROLES)) {
      new UserPoolGroup(this, name, { userPool: pool, groupName: role });
    }
    const url = `https://${pool.userPoolProviderName}`;
    const { userPoolEndpoint } = settings;
    const keysBase = userPoolEndpoint ? `${userPoolEndpoint}/${pool.userPoolId}` : url;
    this.tokenIssuer = {
      url,
      audience: client.userPoolClientId,
      jwksUri: `${keysBase}/.well-known/jwks.json`,
      rolesClaim: 'cognito:groups',
    };
    const origin = domain.baseUrl();
    this.signIn = {
      origin,
      config: {
        issuer: url,
        clientId: client.userPoolClientId,
        authorizationEndpoint: `${origin}/oauth2/authorize`,
        tokenEndpoint: `${origin}/oauth2/token`,
        endSessionEndpoint: `${origin}/logout`,
      },
    };
    addOutputs(Stack.of(this), {
      UserPoolId: pool.userPoolId,
      UserPoolClientId: client.userPoolClientId,
      SignInUrl: origin,
    });
  }

  private addPool(settings: Settings): UserPool {
    const pool = new UserPool(this, 'Pool', {
      userPoolName: stageName(settings, 'people'),
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      ...dataProtection(settings),
    });
    acknowledge(
      pool,
      'AwsSolutions-COG2',
      'A second factor is offered to everyone with a role and forced on nobody: a network that must have it names an issuer of its own.',
    );
    acknowledge(
      pool,
      'AwsSolutions-COG8',
      'The plus plan watches where and how people sign in, which nobody here should keep, and costs per person; the few users are invited, and their passwords long.',
    );
    return pool;
  }
}

/**
 * The site signs in with an authorization code and PKCE, so the client has no secret to keep.
 * With the account's own credentials (and only with those) a password is exchanged for tokens.
 */
const addClient = (pool: UserPool, { siteUrl }: Settings): UserPoolClient =>
  pool.addClient('Client', {
    generateSecret: false,
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    authFlows: { adminUserPassword: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
      callbackUrls: [`${siteUrl}/`],
      logoutUrls: [`${siteUrl}/`],
    },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(12),
  });
