import { randomBytes } from 'node:crypto';
import { createLocalJWKSet } from 'jose';
import type { CollectionTerms } from '../../../core/collecting/collection-terms.ts';
import { expiryOf } from '../../../core/counting/sealing-time.ts';
import { collectResponse } from '../../../functions/collect-response/collect-response.ts';
import { describePolls } from '../../../functions/describe-poll/describe-poll.ts';
import { httpStack } from '../../../functions/middleware/http-stack.ts';
import { renderForm } from '../../../functions/render-form/render-form.ts';
import { stackOptions } from '../../../functions/render-form/stack-options.ts';
import { serveReports } from '../../../functions/serve-reports/serve-reports.ts';
import { createTokenVerifier } from '../../../functions/serve-reports/verify-token.ts';
import { showParticipation } from '../../../functions/show-participation/show-participation.ts';
import type { Call } from '../../../local/api/call.ts';
import type { ParticipationCount } from '../../../schemas/participation.ts';
import type { Poll } from '../../../schemas/poll.ts';
import type { Snapshot } from '../../../schemas/release.ts';
import { inMemoryResponses } from '../../functions/collect-response/in-memory-responses.ts';
import { aManagingWorld } from '../../functions/manage-polls/managing-world.ts';
import { silentLog } from '../../functions/silent-log.ts';
import { theDocument } from '../../openapi/the-document.ts';
import type { TokenIssuer } from '../token-issuer.ts';
import { inProcessGateway } from './gateway.ts';
import type { SynthesizedRoute } from './synthesized-routes.ts';

const MS_PER_SECOND = 1000;
const SITE_URL = 'https://poll.test';
const SHA256 = 'c0ffee00'.repeat(8);
const OVER_THE_LIMIT = 4_000_001;

/** What is released of every poll once `state.released` is 1; one file is large. */
export const SNAPSHOT: Snapshot = {
  number: 1,
  snapshot: '000001-0123456789ab',
  kind: 'interim',
  asOf: '2027-01-14',
  files: [
    { path: 'priorities.csv', bytes: 10, sha256: SHA256 },
    { path: 'priorities.json', bytes: 10, sha256: SHA256 },
    { path: 'report.html', bytes: 10, sha256: SHA256 },
    { path: 'priorities.xlsx', bytes: 10, sha256: SHA256 },
    { path: 'distribution.csv', bytes: OVER_THE_LIMIT, sha256: SHA256 },
  ],
};

/** What intake reads of a poll. */
const termsOf = ({ definition, opened, openedAt, closesAt }: Poll): CollectionTerms => ({
  items: definition.categories.flatMap(({ items }) => items.map(({ id }) => id)),
  levels: definition.levels,
  opened,
  ...(openedAt && { openedAt }),
  ...(closesAt && { closesAt }),
  expiresAt: closesAt ? expiryOf(closesAt, definition).getTime() / MS_PER_SECOND : 0,
});

/** Everything that the API keeps, in memory, to be looked at and changed. */
type Kept = ReturnType<typeof aManagingWorld>['state'] & {
  readonly responses: ReturnType<typeof inMemoryResponses>['items'];
  /** Until when an organization's new responses have to wait, by `poll#organization`. */
  readonly slowUntil: Map<string, string>;
  /** What was counted of each poll, by its id. */
  readonly participationOf: Map<string, ParticipationCount>;
};

/**
 * The whole API in process over tables in memory: the functions' logic in their middleware,
 * behind the routes of the stacks and a check of tokens.
 */
export const anApiInMemory = (
  issuer: TokenIssuer,
  routes: readonly SynthesizedRoute[],
): { readonly call: Call; readonly kept: Kept } => {
  const { state, deps, invoke: administration } = aManagingWorld();
  const log = silentLog();
  const responses = inMemoryResponses();
  const { slowUntil } = state;
  const participationOf = new Map<string, ParticipationCount>();
  const pollOf = async (id: string) => state.polls.get(id);

  const termsOfPoll = async (id: string) => {
    const poll = state.polls.get(id);
    return poll && termsOf(poll);
  };

  const intake = httpStack(
    collectResponse({
      termsOf: termsOfPoll,
      findOrganization: async (poll, id) => {
        const organization = state.organizations.get(`${poll}#${id}`);
        const until = slowUntil.get(`${poll}#${id}`);
        return organization && { id, ...(until && { slowUntil: until }) };
      },
      responses,
      now: () => state.now,
      log,
    }),
    { log },
  );
  const form = httpStack(
    renderForm({
      findPoll: pollOf,
      findOrganization: deps.organizations.get,
      termsOf: termsOfPoll,
      slowUntilOf: async (poll, organization) => slowUntil.get(`${poll}#${organization}`),
      responses,
      now: () => state.now,
      newReceipt: () => randomBytes(16).toString('base64url'),
      siteUrl: SITE_URL,
      timeZone: 'UTC',
      log,
    }),
    { log, ...stackOptions(log, SITE_URL) },
  );
  const directory = httpStack(
    describePolls({
      polls: { get: pollOf },
      organizations: deps.organizations,
      now: () => state.now,
      openApi: theDocument,
    }),
    { log },
  );
  const snapshots = () => (state.released > 0 ? [SNAPSHOT] : []);
  const reports = httpStack(
    serveReports({
      polls: { get: pollOf },
      releases: {
        ...deps.releases,
        getSnapshot: async (_poll, number) => snapshots().find((one) => one.number === number),
        listSnapshots: async () => snapshots(),
      },
      reports: {
        getFile: async () => new TextEncoder().encode('{"a":true}'),
        linkToFile: async () => 'https://bucket.example.org/a-link',
      },
      verifyToken: createTokenVerifier({
        issuer: issuer.url,
        audience: issuer.audience,
        keys: createLocalJWKSet(issuer.keys),
      }),
      rolesClaim: issuer.rolesClaim,
    }),
    { log },
  );
  const participation = httpStack(
    showParticipation({
      polls: { get: pollOf, list: deps.polls.list },
      organizations: deps.organizations,
      participation: { get: async (poll) => participationOf.get(poll) },
      now: () => state.now,
      rolesClaim: issuer.rolesClaim,
    }),
    { log },
  );
  const functions = { intake, form, directory, reports, participation, administration };
  return {
    call: inProcessGateway(routes, functions, issuer.verify),
    kept: Object.assign(state, { responses: responses.items, participationOf }),
  };
};
