import * as z from 'zod';

/** One fault of a request: where (JSON Pointer, RFC 6901) and what was expected there. */
export const Fault = z.object({ pointer: z.string(), expected: z.string() });
export type Fault = z.infer<typeof Fault>;

/** RFC 9457 problem details. `code` is stable, `detail` says what to do. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(Fault).optional(),
  opensAt: z.string().optional(),
  closesAt: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** What the gateway itself refuses, before any function is asked. */
export const GatewayRefusal = z.object({ message: z.string() });
export type GatewayRefusal = z.infer<typeof GatewayRefusal>;
