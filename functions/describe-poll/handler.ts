import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { createOrganizations } from '../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../adapters/dynamodb/polls.ts';
import { createCorrelation } from '../middleware/correlation.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { httpStack } from '../middleware/http-stack.ts';
import { createLogger } from '../middleware/logger.ts';
import { describePolls } from './describe-poll.ts';
import { DescribePollEnv } from './env.ts';

const env = readEnvironment(DescribePollEnv);
const correlation = createCorrelation();
const table = { client: createDocumentClient(), tableName: env.POLLS_TABLE };

/**
 * Shows polls and organizations to anyone (GET over HTTP), and answers every address that no
 * other route has with a 404. It only reads, so a request that comes twice does no harm.
 */
export const handler = httpStack(
  describePolls({
    polls: createPolls(table),
    organizations: createOrganizations(table),
    now: () => new Date(),
  }),
  { log: createLogger(correlation), correlation, headers: { 'cache-control': 'no-store' } },
);
