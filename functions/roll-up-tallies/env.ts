import * as z from 'zod';

/** The roll-up's environment. */
export const RollUpEnv = z.object({
  POLLS_TABLE: z.string().min(1),
  TALLIES_TABLE: z.string().min(1),
  REPORTS_BUCKET: z.string().min(1),
  CHECKPOINTS_BUCKET: z.string().min(1),
  PARTICIPATION_BUCKET: z.string().min(1),
  EVENT_BUS: z.string().min(1),
});
export type RollUpEnv = z.input<typeof RollUpEnv>;
