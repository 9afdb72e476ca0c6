import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** The keys that tokens are signed with cannot be had for the moment: no fault of the caller's. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
}

/** Well within the time that the gateway waits for the function. */
const TIMEOUT_MS = 3000;

/** What is said of a token while the keys are there: that none of them, or no single one, is its. */
const isAboutTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/**
 * The keys that an issuer publishes, fetched when they are first asked for and remembered.
 *
 * @throws KeysUnavailableError where they cannot be fetched, or what comes is no set of keys
 */
export const publishedKeys = (jwksUri: string, timeoutMs = TIMEOUT_MS): JWTVerifyGetKey => {
  const keys = createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: timeoutMs });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (isAboutTheToken(error)) throw error;
      throw new KeysUnavailableError('The keys of the issuer cannot be had', { cause: error });
    }
  };
};
