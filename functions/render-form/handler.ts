import { randomBytes } from 'node:crypto';
import { createCollectionTerms } from '../../adapters/dynamodb/collection-terms.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { createOrganizations } from '../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../adapters/dynamodb/polls.ts';
import { createResponses } from '../../adapters/dynamodb/responses.ts';
import { createCorrelation } from '../middleware/correlation.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { httpStack } from '../middleware/http-stack.ts';
import { createLogger } from '../middleware/logger.ts';
import { rememberFound } from '../middleware/remember-found.ts';
import { RenderFormEnv } from './env.ts';
import { renderForm } from './render-form.ts';
import { stackOptions } from './stack-options.ts';

const MS_PER_SECOND = 1000;
const RECEIPT_BYTES = 16;

/** Two rounds of three attempts must fit into the function's timeout. */
const REQUEST_TIMEOUT_MS = 1500;

const env = readEnvironment(RenderFormEnv);
const client = createDocumentClient({ requestTimeoutMs: REQUEST_TIMEOUT_MS });
const polls = { client, tableName: env.POLLS_TABLE };
const correlation = createCorrelation();
const log = createLogger(correlation);
const terms = createCollectionTerms(polls);
const now = () => new Date();
const remembered = { maxAgeMs: env.CACHE_SECONDS * MS_PER_SECOND, now };

const slowing = rememberFound(terms.organization, remembered);

/**
 * Shows the form and takes its native posts (GET and POST over HTTP). A post that comes twice
 * carries the same receipt and revision and so writes nothing the second time; a late one is
 * refused by revision, by a tombstone, or because the poll has closed, as intake refuses it.
 */
export const handler = httpStack(
  renderForm({
    findPoll: rememberFound(createPolls(polls).get, remembered),
    findOrganization: rememberFound(createOrganizations(polls).get, remembered),
    termsOf: rememberFound(terms.ofPoll, remembered),
    slowUntilOf: async (poll, organization) => (await slowing(poll, organization))?.slowUntil,
    responses: createResponses({ client, tableName: env.RESPONSES_TABLE }),
    now,
    newReceipt: () => randomBytes(RECEIPT_BYTES).toString('base64url'),
    siteUrl: env.SITE_URL,
    timeZone: env.TIME_ZONE,
    log,
  }),
  {
    log,
    correlation,
    ...stackOptions(log, env.SITE_URL),
  },
);
