import * as z from 'zod';

/** The environment of the function that serves reports. */
export const ServeReportsEnv = z.object({
  POLLS_TABLE: z.string().min(1),
  REPORTS_BUCKET: z.string().min(1),
  /** Whom tokens must come from, and whom they must be for. */
  TOKEN_ISSUER: z.url(),
  TOKEN_AUDIENCE: z.string().min(1),
  TOKEN_JWKS_URI: z.url(),
  ROLES_CLAIM: z.string().min(1),
});
export type ServeReportsEnv = z.input<typeof ServeReportsEnv>;
