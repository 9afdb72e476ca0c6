import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { createPolls } from '../../adapters/dynamodb/polls.ts';
import { createReleases } from '../../adapters/dynamodb/releases.ts';
import { createReports } from '../../adapters/s3/reports.ts';
import { createS3Client } from '../../adapters/s3/s3-client.ts';
import { createCorrelation } from '../middleware/correlation.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { httpStack } from '../middleware/http-stack.ts';
import { createLogger } from '../middleware/logger.ts';
import { ServeReportsEnv } from './env.ts';
import { publishedKeys } from './published-keys.ts';
import { serveReports } from './serve-reports.ts';
import { createTokenVerifier } from './verify-token.ts';

const env = readEnvironment(ServeReportsEnv);
const correlation = createCorrelation();
const table = { client: createDocumentClient(), tableName: env.POLLS_TABLE };

export const handler = httpStack(
  serveReports({
    polls: createPolls(table),
    releases: createReleases(table),
    reports: createReports({ client: createS3Client(), bucket: env.REPORTS_BUCKET }),
    verifyToken: createTokenVerifier({
      issuer: env.TOKEN_ISSUER,
      audience: env.TOKEN_AUDIENCE,
      keys: publishedKeys(env.TOKEN_JWKS_URI),
    }),
    rolesClaim: env.ROLES_CLAIM,
  }),
  { log: createLogger(correlation), correlation },
);
