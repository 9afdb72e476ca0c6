import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import type { Correlation } from './correlation.ts';
import type { LogCode } from './log-codes.ts';
import { SafeLogFormatter } from './safe-log-formatter.ts';

/** Writes an entry: a stable code of `log-codes.ts`, such as `response.accepted`, and what goes with it. */
type WriteEntry = (code: LogCode, ...attributes: Record<string, unknown>[]) => void;

/** What functions need of a logger. */
export type Log = {
  readonly addContext: (context: Context) => void;
  readonly info: WriteEntry;
  readonly warn: WriteEntry;
  readonly error: WriteEntry;
};

/**
 * The logger of every function. Its service and level come from POWERTOOLS_SERVICE_NAME and
 * POWERTOOLS_LOG_LEVEL. Answers, receipts, response ids, tokens, addresses, user agents and
 * paths never go into it.
 */
export const createLogger = (correlation?: Pick<Correlation, 'current'>): Logger =>
  new Logger({ logFormatter: new SafeLogFormatter(correlation) });
