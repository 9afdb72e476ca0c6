import * as z from 'zod';

/** The environment of the function that administrators call. */
export const ManagePollsEnv = z.object({
  POLLS_TABLE: z.string().min(1),
  EVENT_BUS: z.string().min(1),
  /** How long after a poll's close its final count may begin. */
  GRACE_SECONDS: z.coerce.number().int().min(1).max(3600),
  SCHEDULE_GROUP: z.string().min(1),
  /** The role that the scheduler takes on to invoke the sweep. */
  SCHEDULE_ROLE_ARN: z.string().min(1),
  SWEEP_FUNCTION_ARN: z.string().min(1),
  ROLLUP_FUNCTION: z.string().min(1),
  ROLES_CLAIM: z.string().min(1),
});
export type ManagePollsEnv = z.input<typeof ManagePollsEnv>;
