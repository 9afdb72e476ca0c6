import * as z from 'zod';
import { CORRELATION } from './format.ts';

/** What ties log entries, events and audit entries to the request or run that they came from. */
export const Correlation = z.string().regex(CORRELATION, 'an id of 8 to 64 plain characters');
