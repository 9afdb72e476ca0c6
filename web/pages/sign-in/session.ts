import type { UserManager } from 'oidc-client-ts';
import { getSiteConfig } from '../api/site-config.ts';
import { rolesIn } from './roles-in.ts';

/** Who is signed in on this tab, and how one signs in and out. */
export type Session = {
  /** The access token; null where nobody is signed in or the time is up. */
  readonly token: () => Promise<string | null>;
  /** The roles that a token names. */
  readonly rolesIn: (token: string) => readonly string[];
  /** Leaves for the issuer; whoever comes back lands on `path`. */
  readonly signIn: (path: string) => Promise<void>;
  /** Forgets the token, and leaves for the issuer where it has an address for that. */
  readonly signOut: () => Promise<void>;
  /** Ends what {@link Session.signIn} began; the path to go on with. */
  readonly finish: () => Promise<string>;
};

const KEPT_UNDER = 'oidc.user:';

/** Whether this tab keeps a token: if not, nothing of the sign-in has to be loaded. */
export const mayBeSignedIn = (): boolean =>
  Object.keys(sessionStorage).some((name) => name.startsWith(KEPT_UNDER));

/** Whether this address is where the issuer sends people back to. */
export const isReturning = (address: URL): boolean =>
  address.searchParams.has('state') &&
  (address.searchParams.has('code') || address.searchParams.has('error'));

/**
 * The session of this tab. The access token lies in `sessionStorage`: it survives a reload, no
 * other tab has it, and it is gone with the tab. No refresh token is kept.
 */
export const createSession = async (): Promise<Session> => {
  const [{ signIn }, oidc] = await Promise.all([getSiteConfig(), import('oidc-client-ts')]);
  const { issuer, clientId, authorizationEndpoint, tokenEndpoint, endSessionEndpoint } = signIn;
  const home = `${location.origin}/`;
  const store = new oidc.WebStorageStateStore({ store: sessionStorage });
  const manager: UserManager = new oidc.UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: home,
    response_type: 'code',
    scope: 'openid email',
    automaticSilentRenew: false,
    loadUserInfo: false,
    userStore: store,
    stateStore: store,
    ...(authorizationEndpoint &&
      tokenEndpoint && {
        metadata: {
          issuer,
          authorization_endpoint: authorizationEndpoint,
          token_endpoint: tokenEndpoint,
          ...(endSessionEndpoint && { end_session_endpoint: endSessionEndpoint }),
        },
      }),
  });
  return {
    token: async () => {
      const user = await manager.getUser();
      return user && !user.expired ? user.access_token : null;
    },
    rolesIn: (token) => rolesIn(token, signIn.rolesClaim),
    signIn: (path) => manager.signinRedirect({ state: path }),
    signOut: async () => {
      await manager.removeUser();
      location.assign(endSessionEndpoint ? farewell(endSessionEndpoint, clientId, home) : home);
    },
    finish: async () => {
      const user = await manager.signinRedirectCallback();
      delete user.refresh_token;
      await manager.storeUser(user);
      return ownPath(user.state);
    },
  };
};

/**
 * Where the issuer ends its own session. No token is in the address; Cognito has a name of its
 * own for where to return to.
 */
const farewell = (endpoint: string, clientId: string, home: string): string => {
  const address = new URL(endpoint);
  const parameters = { client_id: clientId, logout_uri: home, post_logout_redirect_uri: home };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
};

/** What came back is followed on this origin alone. */
const ownPath = (path: unknown): string =>
  typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : '/';
