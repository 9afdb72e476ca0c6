import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { createOrganizations } from '../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../adapters/dynamodb/polls.ts';
import { createParticipation } from '../../adapters/s3/participation.ts';
import { createS3Client } from '../../adapters/s3/s3-client.ts';
import { createCorrelation } from '../middleware/correlation.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { httpStack } from '../middleware/http-stack.ts';
import { createLogger } from '../middleware/logger.ts';
import { ShowParticipationEnv } from './env.ts';
import { showParticipation } from './show-participation.ts';

const env = readEnvironment(ShowParticipationEnv);
const correlation = createCorrelation();
const table = { client: createDocumentClient(), tableName: env.POLLS_TABLE };

/**
 * Shows coordinators and administrators how many have answered (over HTTP, behind the gateway's
 * token check). It reads and writes nothing; asked again, it answers what was counted last.
 */
export const handler = httpStack(
  showParticipation({
    polls: createPolls(table),
    organizations: createOrganizations(table),
    participation: createParticipation({
      client: createS3Client(),
      bucket: env.PARTICIPATION_BUCKET,
    }),
    now: () => new Date(),
    rolesClaim: env.ROLES_CLAIM,
  }),
  { log: createLogger(correlation), correlation },
);
