import type * as z from 'zod';
import { faultsOf } from '../../core/json/faults-of.ts';
import { type HttpEvent, pathParameter } from '../middleware/http-event.ts';
import { ProblemError } from '../middleware/problem-error.ts';

/**
 * The id under which an address puts something.
 *
 * @throws ProblemError `invalid-request` where it is none
 */
export const addressId = (event: HttpEvent, name: string, schema: z.ZodType<string>): string => {
  const id = schema.safeParse(pathParameter(event, name));
  if (id.success) return id.data;
  throw new ProblemError('invalid-request', {
    detail: `Correct the ${name} in the address and send the request again.`,
    errors: faultsOf(id.error),
  });
};
