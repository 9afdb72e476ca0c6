import * as z from 'zod';

/** The environment of the function that tallies responses. */
export const TallyResponsesEnv = z.object({
  RESPONSES_TABLE: z.string().min(1),
  TALLIES_TABLE: z.string().min(1),
  POLLS_TABLE: z.string().min(1),
  EVENT_BUS: z.string().min(1),
});
export type TallyResponsesEnv = z.input<typeof TallyResponsesEnv>;
