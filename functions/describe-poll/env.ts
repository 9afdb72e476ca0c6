import * as z from 'zod';

/** The environment of the function that describes polls. */
export const DescribePollEnv = z.object({ POLLS_TABLE: z.string().min(1) });
export type DescribePollEnv = z.input<typeof DescribePollEnv>;
