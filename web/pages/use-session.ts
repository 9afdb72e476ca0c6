import { useEffect, useState } from 'preact/hooks';
import { type Place, placesOf } from './sign-in/places-of.ts';
import { createSession, isReturning, mayBeSignedIn, type Session } from './sign-in/session.ts';
import type { Go } from './use-address.ts';

/** Whether somebody is signed in, once that is known. */
export type Access =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly token: string | null;
      /** Where the token's roles lead to. */
      readonly places: readonly Place[];
    }
  | { readonly kind: 'failed' };

/** What pages need of signing in. */
export type SignIn = {
  readonly access: Access;
  readonly signIn: () => void;
  readonly signOut: () => void;
};

let session: Promise<Session> | undefined;

/** The tab's one session, made when it is first needed: what signs in is not loaded before. */
const theSession = (): Promise<Session> => {
  session ??= createSession().catch((error: unknown) => {
    session = undefined;
    throw error;
  });
  return session;
};

/** Finds out who is signed in; ends a sign-in that the issuer has sent people back from. */
export const useSession = (address: URL, go: Go): SignIn => {
  const [access, setAccess] = useState<Access>(() =>
    isReturning(address) || mayBeSignedIn()
      ? { kind: 'unknown' }
      : { kind: 'known', token: null, places: [] },
  );
  const failed = (): void => setAccess({ kind: 'failed' });
  useEffect(() => {
    if (access.kind !== 'unknown') return;
    const learn = async (): Promise<void> => {
      const own = await theSession();
      const path = isReturning(address) ? await own.finish() : null;
      const token = await own.token();
      if (path !== null) go(path, 'replace');
      const roles = token === null ? [] : own.rolesIn(token);
      setAccess({ kind: 'known', token, places: placesOf(roles) });
    };
    learn().catch(failed);
  }, []);
  const path = `${address.pathname}${address.search}`;
  return {
    access,
    signIn: () => {
      theSession()
        .then((own) => own.signIn(isReturning(address) ? '/' : path))
        .catch(failed);
    },
    signOut: () => {
      theSession()
        .then((own) => own.signOut())
        .catch(failed);
    },
  };
};
