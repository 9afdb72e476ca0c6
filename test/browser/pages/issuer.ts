import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The pages take who it is from it, and no more: whether it is signed is for the API to check. */
const ID_TOKEN = [{ alg: 'none' }, { sub: 'somebody' }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat('unsigned')
  .join('.');

/** An OpenID Connect issuer that signs everybody in, by authorization code with PKCE alone. */
export type Issuer = {
  readonly url: string;
  /** The access token that whoever signs in gets. */
  token: string;
  readonly close: () => void;
};

/** Starts an issuer on this machine. */
export const startIssuer = async (): Promise<Issuer> => {
  const challenges = new Map<string, string>();
  const redirect = (query: URLSearchParams): string => {
    const back = new URL(query.get('redirect_uri') ?? '');
    const isPkce = query.get('code_challenge_method') === 'S256';
    const code = randomUUID();
    if (isPkce) challenges.set(code, query.get('code_challenge') ?? '');
    back.search = `${new URLSearchParams({ code, state: query.get('state') ?? '' })}`;
    return back.href;
  };
  const tokens = async (incoming: IncomingMessage) => {
    const form = new URLSearchParams(await text(incoming));
    const challenge = challenges.get(form.get('code') ?? '');
    challenges.delete(form.get('code') ?? '');
    const verifier = form.get('code_verifier') ?? '';
    const proven = createHash('sha256').update(verifier).digest('base64url') === challenge;
    return proven
      ? {
          ...{ access_token: issuer.token, refresh_token: 'never-to-be-kept', id_token: ID_TOKEN },
          ...{ token_type: 'Bearer', expires_in: 3600, scope: 'openid email' },
        }
      : { error: 'invalid_grant' };
  };
  const server = createServer(async (incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://issuer');
    outgoing.setHeader('access-control-allow-origin', '*');
    if (pathname === '/oauth2/authorize') {
      outgoing.writeHead(302, { location: redirect(searchParams) }).end();
    } else if (pathname === '/logout') {
      outgoing.writeHead(302, { location: searchParams.get('logout_uri') ?? '' }).end();
    } else if (pathname === '/oauth2/token') {
      const body = await tokens(incoming);
      outgoing.writeHead('error' in body ? 400 : 200, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify(body));
    } else {
      outgoing.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer: Issuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'planner',
    close: () => server.close(),
  };
  return issuer;
};
