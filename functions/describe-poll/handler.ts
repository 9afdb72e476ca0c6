import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { createOrganizations } from '../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../adapters/dynamodb/polls.ts';
import openApi from '../../docs/openapi.json' with { type: 'json' };
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
 * Shows polls, organizations and the API's own description to anyone (GET over HTTP), and
 * answers every address that no other route has with a 404. It only reads, so a request that
 * comes twice does no harm.
 */
export const handler = httpStack(
  describePolls({
    polls: createPolls(table),
    organizations: createOrganizations(table),
    now: () => new Date(),
    openApi,
  }),
  { log: createLogger(correlation), correlation },
);
