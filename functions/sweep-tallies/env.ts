import * as z from 'zod';

const LEAST_RECHECK_SECONDS = 300;

/** The environment of the function that sweeps tallies. */
export const SweepTalliesEnv = z.object({
  RESPONSES_TABLE: z.string().min(1),
  TALLIES_TABLE: z.string().min(1),
  POLLS_TABLE: z.string().min(1),
  EVENT_BUS: z.string().min(1),
  /** How long after its close a poll may be sealed. */
  GRACE_SECONDS: z.coerce.number().int().min(1),
  /** How long after a check its suspects are looked at again. */
  RECHECK_SECONDS: z.coerce.number().int().min(LEAST_RECHECK_SECONDS),
  /** Where and in which role one-off schedules are made, and whom they invoke: this function. */
  SCHEDULE_GROUP: z.string().min(1),
  SCHEDULE_ROLE_ARN: z.string().min(1),
  SWEEP_FUNCTION_ARN: z.string().min(1),
  ROLLUP_FUNCTION: z.string().min(1),
});
export type SweepTalliesEnv = z.input<typeof SweepTalliesEnv>;
