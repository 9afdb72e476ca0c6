import type { CollectionTerms } from '../../../core/collecting/collection-terms.ts';
import {
  type CollectResponseDeps,
  collectResponse,
} from '../../../functions/collect-response/collect-response.ts';
import { httpStack } from '../../../functions/middleware/http-stack.ts';
import type { Log } from '../../../functions/middleware/logger.ts';
import { WHILE_OPEN } from '../../core/polls/a-poll.ts';
import { gatewayTo } from '../gateway.ts';
import { silentLog } from '../silent-log.ts';
import { inMemoryResponses } from './in-memory-responses.ts';

const PATH = '/v1/polls/{poll}/organizations/{organization}/responses/{id}';

export const ITEMS = ['mentors', 'facilitators', 'supportive-housing'];

/** The terms of a small poll that is open in February 2027. */
export const theTerms = (overrides: Partial<CollectionTerms> = {}): CollectionTerms => ({
  items: ITEMS,
  levels: 5,
  opened: true,
  openedAt: '2027-02-01T00:00:00.000Z',
  closesAt: '2027-03-01T00:00:00.000Z',
  expiresAt: Date.parse('2027-05-30T00:00:00.000Z') / 1000,
  ...overrides,
});

const POLLS: Readonly<Record<string, CollectionTerms>> = {
  spring: theTerms(),
  draft: theTerms({ opened: false }),
  past: theTerms({ closesAt: '2027-02-09T00:00:00.000Z' }),
};

type Options = { readonly log?: Log; readonly deps?: Partial<CollectResponseDeps> };

/** The function that collects responses, over tables in memory, behind a gateway. */
export const aCollectingWorld = ({ log = silentLog(), deps = {} }: Options = {}) => {
  const responses = inMemoryResponses();
  const invoke = httpStack(
    collectResponse({
      termsOf: async (poll) => (Object.hasOwn(POLLS, poll) ? POLLS[poll] : undefined),
      findOrganization: async (_poll, organization) =>
        organization === 'harbor' ? { id: organization } : undefined,
      responses,
      now: () => WHILE_OPEN,
      log,
      ...deps,
    }),
    { log },
  );
  const call = gatewayTo(
    ['PUT', 'GET', 'DELETE'].map((method) => ({ key: `${method} ${PATH}`, invoke })),
  );
  return { call, responses, invoke };
};
