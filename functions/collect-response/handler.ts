import { createCollectionTerms } from '../../adapters/dynamodb/collection-terms.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { createResponses } from '../../adapters/dynamodb/responses.ts';
import { createCorrelation } from '../middleware/correlation.ts';
import { httpStack } from '../middleware/http-stack.ts';
import { createLogger } from '../middleware/logger.ts';
import { rememberFound } from '../middleware/remember-found.ts';
import { collectResponse } from './collect-response.ts';
import { readCollectResponseEnv } from './read-env.ts';

const MS_PER_SECOND = 1000;

/** Two rounds of three attempts must fit into the function's timeout. */
const REQUEST_TIMEOUT_MS = 1500;

const env = readCollectResponseEnv();
const correlation = createCorrelation();
const client = createDocumentClient({ requestTimeoutMs: REQUEST_TIMEOUT_MS });
const terms = createCollectionTerms({ client, tableName: env.POLLS_TABLE });
const log = createLogger(correlation);
const now = () => new Date();
const remembered = { maxAgeMs: env.CACHE_SECONDS * MS_PER_SECOND, now };

/**
 * Takes in, shows and withdraws one person's response (PUT, GET and DELETE over HTTP). A request
 * that comes twice finds its own first effect: the same revision with the same answers writes
 * nothing, a withdrawal leaves the same tombstone again. A late one is refused: by revision, by
 * the tombstone, or because the poll has closed. While an organization is slowed down, a new
 * response, and a withdrawal of none, is refused by the same one write that still lets through a
 * change.
 */
export const handler = httpStack(
  collectResponse({
    termsOf: rememberFound(terms.ofPoll, remembered),
    findOrganization: rememberFound(terms.organization, remembered),
    responses: createResponses({ client, tableName: env.RESPONSES_TABLE }),
    now,
    log,
  }),
  { log, correlation },
);
