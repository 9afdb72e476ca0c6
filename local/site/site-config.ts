import type { SiteConfig } from '../../schemas/site-config.ts';
import type { Deployment } from '../deployment/describe-deployment.ts';

/** The pages' `config.json`: the emulator answers in the place of the issuer that it names. */
export const siteConfig = ({
  emulatorUrl,
  tokenIssuer,
  userPoolClient,
}: Pick<Deployment, 'emulatorUrl' | 'tokenIssuer' | 'userPoolClient'>): SiteConfig => ({
  signIn: {
    issuer: tokenIssuer,
    clientId: userPoolClient,
    authorizationEndpoint: `${emulatorUrl}/oauth2/authorize`,
    tokenEndpoint: `${emulatorUrl}/oauth2/token`,
    endSessionEndpoint: `${emulatorUrl}/logout`,
  },
});
