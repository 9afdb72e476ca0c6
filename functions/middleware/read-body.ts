import type * as z from 'zod';
import { faultsOf } from '../../core/json/faults-of.ts';
import type { HttpEvent } from './http-event.ts';
import { ProblemError } from './problem-error.ts';
import { readJson } from './read-json.ts';

/**
 * A request's JSON body as its schema says.
 *
 * @throws ProblemError `invalid-request` with one entry a fault, and those of `readJson`
 */
export const readBody = <Schema extends z.ZodType>(
  event: HttpEvent,
  schema: Schema,
): z.output<Schema> => {
  const result = schema.safeParse(readJson(event));
  if (result.success) return result.data;
  throw new ProblemError('invalid-request', { errors: faultsOf(result.error) });
};
