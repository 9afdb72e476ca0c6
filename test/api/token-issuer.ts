import { KeyObject, sign } from 'node:crypto';
import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTPayload,
  jwtVerify,
  SignJWT,
  UnsecuredJWT,
} from 'jose';

const [URL, AUDIENCE, KEY_ID, ROLES_CLAIM] = [
  'https://issuer.test',
  'a-client',
  'a-key',
  'cognito:groups',
];
const ALGORITHM = 'RS256';
const DAY_SECONDS = 24 * 3600;

/** What is wrong with a token that is otherwise an administrator's. */
export const TOKEN_FAULTS = [
  'expired',
  'not valid yet',
  'never expiring',
  'another issuer',
  'another audience',
  'alg: none',
  'the public key as a secret',
  'a stranger’s signature',
] as const;
export type TokenFault = (typeof TOKEN_FAULTS)[number];

const encodedPart = (part: object): string =>
  Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token that is good to whoever takes a published key for the secret that it was signed with. */
export const signedWithPublicKey = async (
  claims: JWTPayload,
  publicKey: CryptoKey,
  kid: string,
): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid })
    .sign(new TextEncoder().encode(await exportSPKI(publicKey)));

/** Issues access tokens as a user pool does, with keys of its own; faulty ones, too. */
export const createTokenIssuer = async () => {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const stranger = await generateKeyPair(ALGORITHM);
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: ALGORITHM }] };
  const now = Math.floor(Date.now() / 1000);
  const key = KeyObject.from(privateKey);

  const claimsOf = (roles: unknown): JWTPayload => ({
    [ROLES_CLAIM]: roles,
    client_id: AUDIENCE,
    token_use: 'access',
    iss: URL,
    sub: 'someone',
    iat: now,
    exp: now + 3600,
  });
  const signed = (claims: JWTPayload, key = privateKey): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID }).sign(key);

  const administrator = claimsOf(['administrator']);
  const faulty: Readonly<Record<TokenFault, () => Promise<string>>> = {
    expired: () =>
      signed({
        ...administrator,
        iat: now - 2 * DAY_SECONDS,
        exp: now - DAY_SECONDS,
      }),
    'not valid yet': () => signed({ ...administrator, nbf: now + DAY_SECONDS }),
    'never expiring': () => {
      const { exp: _never, ...claims } = administrator;
      return signed(claims);
    },
    'another issuer': () => signed({ ...administrator, iss: 'https://other.test' }),
    'another audience': () => signed({ ...administrator, client_id: 'another-client' }),
    'alg: none': async () => new UnsecuredJWT(administrator).encode(),
    'the public key as a secret': () => signedWithPublicKey(administrator, publicKey, KEY_ID),
    'a stranger’s signature': () => signed(administrator, stranger.privateKey),
  };

  return {
    url: URL,
    audience: AUDIENCE,
    rolesClaim: ROLES_CLAIM,
    keyId: KEY_ID,
    keys,
    /** Signs whatever is said, with the issuer's key, whatever the header says of it. */
    sign: (header: object, claims: object): string => {
      const signed = [header, claims].map(encodedPart).join('.');
      return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
    },
    issue: (role: string): Promise<string> => signed(claimsOf([role])),
    issueWithFault: (fault: TokenFault): Promise<string> => faulty[fault](),
    /** A good token whose roles claim is whatever an issuer might put there. */
    issueWithRoles: (roles: unknown): Promise<string> => signed(claimsOf(roles)),
    /** A good token that does not say whose it is. */
    issueWithoutSubject: (role: string): Promise<string> => {
      const { sub: _nobody, ...claims } = claimsOf([role]);
      return signed(claims);
    },
    verify: verifierOf(createLocalJWKSet(keys)),
  };
};

/** What the gateway's authorizer does: undefined where it lets nobody pass. */
const verifierOf =
  (keys: ReturnType<typeof createLocalJWKSet>) =>
  async (authorization: string): Promise<JWTPayload | undefined> => {
    const token = authorization.replace(/^Bearer /i, '');
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: URL,
        algorithms: [ALGORITHM],
        requiredClaims: ['exp'],
      });
      return [payload.aud ?? payload.client_id].flat().includes(AUDIENCE) ? payload : undefined;
    } catch {
      return undefined;
    }
  };
export type TokenIssuer = Awaited<ReturnType<typeof createTokenIssuer>>;
