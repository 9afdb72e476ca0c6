import * as z from 'zod';

/**
 * `config.json`: what the pages are told when they run, so that one build serves every stage.
 * Where the endpoints are not given they are looked up at the issuer.
 */
export const SiteConfig = z.strictObject({
  signIn: z.strictObject({
    issuer: z.url().describe('Whose tokens the API believes.'),
    clientId: z.string().min(1),
    authorizationEndpoint: z.url().optional(),
    tokenEndpoint: z.url().optional(),
    endSessionEndpoint: z.url().optional(),
    rolesClaim: z
      .string()
      .min(1)
      .optional()
      .describe('The claim of access tokens that lists roles; `cognito:groups` unless set.'),
  }),
  invitations: z
    .boolean()
    .optional()
    .describe('Whether the API makes invitation codes; it does not unless this is set.'),
  uploads: z
    .url()
    .optional()
    .describe('The origin that files are uploaded to; absent where the service takes none.'),
});
export type SiteConfig = z.infer<typeof SiteConfig>;
