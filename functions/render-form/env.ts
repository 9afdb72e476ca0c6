import * as z from 'zod';

/** The environment of the function that renders the form. */
export const RenderFormEnv = z.object({
  RESPONSES_TABLE: z.string().min(1),
  POLLS_TABLE: z.string().min(1),
  /** For how long a definition is remembered: see the fences before the seal. */
  CACHE_SECONDS: z.coerce.number().int().min(0).max(15),
  /** Where people reach the form: private links begin with it. */
  SITE_URL: z.url(),
  /** IANA: the time zone in which people are told when a poll closes. */
  TIME_ZONE: z.string().min(1),
});
export type RenderFormEnv = z.input<typeof RenderFormEnv>;
