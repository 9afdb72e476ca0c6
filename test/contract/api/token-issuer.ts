import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Issues access tokens as a user pool does, with keys of its own. */
export const createTokenIssuer = async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const [url, audience, kid] = ['https://issuer.test', 'a-client', 'a-key'];
  return {
    url,
    audience,
    keys: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256' }] },
    issue: (role: string): Promise<string> =>
      new SignJWT({ 'cognito:groups': [role], client_id: audience, token_use: 'access' })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setIssuer(url)
        .setSubject('someone')
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
  };
};
