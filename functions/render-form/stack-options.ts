import { compressed } from '../middleware/compressed.ts';
import type { HttpStackOptions } from '../middleware/http-stack.ts';
import type { Log } from '../middleware/logger.ts';
import { pageHeaders } from './page-headers.ts';
import { pageProblemHandler } from './page-problem-handler.ts';

/** How the form answers unlike the API: with pages, refusals too, and compressed. */
export const stackOptions = (
  log: Log,
  siteUrl: string,
): Pick<HttpStackOptions, 'headers' | 'onProblem' | 'finish'> => ({
  headers: pageHeaders(siteUrl),
  onProblem: pageProblemHandler(log),
  finish: [compressed()],
});
