import * as z from 'zod';

/** The environment of the function that takes responses in; `read-env.ts` reads it. */
export const CollectResponseEnv = z.object({
  RESPONSES_TABLE: z.string().min(1),
  POLLS_TABLE: z.string().min(1),
  /** For how long a definition is remembered: see the fences before the seal. */
  CACHE_SECONDS: z.coerce.number().int().min(0).max(15),
});
export type CollectResponseEnv = z.input<typeof CollectResponseEnv>;
