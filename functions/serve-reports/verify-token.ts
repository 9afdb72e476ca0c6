import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** Whose tokens are believed. */
export type TokenSettings = {
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's key that a token says it is signed with. */
  readonly keys: JWTVerifyGetKey;
};

/** What a token turned out to be. */
export type VerifiedToken =
  | { readonly kind: 'valid'; readonly claims: JWTPayload }
  | { readonly kind: 'invalid' };

const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'PS256'];
const CLOCK_TOLERANCE_SECONDS = 5;
const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** Access tokens of Cognito name their client in `client_id` and have no `aud`. */
const isFor = (claims: JWTPayload, audience: string): boolean =>
  [claims.aud ?? claims.client_id].flat().includes(audience);

/**
 * Verifies the bearer token of an `Authorization` header: signed by the issuer's published
 * keys with an asymmetric algorithm, from this issuer, for this audience, in its time.
 *
 * @throws whatever `keys` throws where they cannot be had, which is not the caller's fault
 */
export const createTokenVerifier =
  ({ issuer, audience, keys }: TokenSettings) =>
  async (authorization: string): Promise<VerifiedToken> => {
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) return { kind: 'invalid' };
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp'],
      });
      return isFor(payload, audience) ? { kind: 'valid', claims: payload } : { kind: 'invalid' };
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      return { kind: 'invalid' };
    }
  };
export type VerifyToken = ReturnType<typeof createTokenVerifier>;
