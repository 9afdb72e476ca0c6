import * as z from 'zod';

/** The environment of the function that shows how many answered. */
export const ShowParticipationEnv = z.object({
  POLLS_TABLE: z.string().min(1),
  PARTICIPATION_BUCKET: z.string().min(1),
  ROLES_CLAIM: z.string().min(1),
});
export type ShowParticipationEnv = z.input<typeof ShowParticipationEnv>;
