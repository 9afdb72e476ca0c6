/** The claim that lists roles where nothing else is said: Cognito's. */
const USUAL_CLAIM = 'cognito:groups';

const claimsOf = (token: string): Readonly<Record<string, unknown>> => {
  const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
};

/**
 * The roles in an access token, to tell which pages somebody may want; none where the issuer's
 * tokens cannot be read. What somebody may is for the API to say, which checks the token.
 */
export const rolesIn = (token: string, claim = USUAL_CLAIM): readonly string[] => {
  try {
    const roles = claimsOf(token)[claim];
    return [roles].flat().filter((role) => typeof role === 'string');
  } catch {
    return [];
  }
};
