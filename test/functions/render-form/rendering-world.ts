import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CollectionTerms } from '../../../core/collecting/collection-terms.ts';
import { collectResponse } from '../../../functions/collect-response/collect-response.ts';
import { httpStack } from '../../../functions/middleware/http-stack.ts';
import type { Log } from '../../../functions/middleware/logger.ts';
import { renderForm } from '../../../functions/render-form/render-form.ts';
import type { RenderFormDeps } from '../../../functions/render-form/render-form-deps.ts';
import { stackOptions } from '../../../functions/render-form/stack-options.ts';
import type { Organization } from '../../../schemas/organization.ts';
import { type Poll, PollDefinition } from '../../../schemas/poll.ts';
import { inMemoryResponses } from '../collect-response/in-memory-responses.ts';
import { gatewayTo } from '../gateway.ts';
import { silentLog } from '../silent-log.ts';

const SHIPPED = JSON.parse(
  readFileSync(new URL('../../../polls/calls-to-action.json', import.meta.url), 'utf8'),
);

/** The shipped poll's definition, with what differs. */
export const theDefinition = (more: object = {}): PollDefinition =>
  PollDefinition.parse({ ...SHIPPED, ...more });

const HOUR_MS = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

const aPoll = (id: string, definition: PollDefinition, more: Partial<Poll> = {}): Poll => ({
  ...{ id, definition, opened: true, openedAt: inHours(-48), version: 2 },
  closesAt: '2099-03-01T05:00:00.000Z',
  ...more,
});

const WORDY = {
  levels: 7,
  categories: [{ id: 'constructor', items: ['to-string', 'a-long-name-without-any-title'] }],
};

/** Polls in every state: open, open to the invited, without titles, not open yet, closed. */
const thePolls = (): readonly Poll[] => [
  aPoll('spring', theDefinition()),
  aPoll('invited', theDefinition({ mode: 'invited' })),
  aPoll('untitled', PollDefinition.parse(WORDY)),
  aPoll('draft', theDefinition(), { opened: false }),
  aPoll('past', theDefinition(), { closesAt: '2026-03-01T05:00:00.000Z' }),
];

const HARBOR: Organization = {
  id: 'harbor-lights',
  name: { en: 'Harbor Lights Recovery', es: 'Luces del Puerto' },
  attributes: {},
  bucketBits: 0,
};

const termsOfPoll = ({ definition, closesAt, openedAt, opened }: Poll): CollectionTerms => ({
  items: definition.categories.flatMap(({ items }) => items.map(({ id }) => id)),
  levels: definition.levels,
  opened,
  ...(openedAt && { openedAt }),
  ...(closesAt && { closesAt }),
  expiresAt: 4_102_444_800,
});

const RESPONSE = '/v1/polls/{poll}/organizations/{organization}/responses/{id}';
const FORM_ROUTES = [
  'GET /p/worker.js',
  'GET /p/qr.js',
  'GET /p/aloud.js',
  'GET /p/{poll}',
  'GET /p/{poll}/{organization}',
  'POST /p/{poll}/{organization}',
  'GET /p/{poll}/{organization}/about',
];

type Options = {
  readonly log?: Log;
  readonly siteUrl?: string;
  readonly deps?: Partial<RenderFormDeps>;
};

/** The form and intake over the same tables in memory, behind a gateway. */
export const aRenderingWorld = ({
  log = silentLog(),
  siteUrl = 'https://poll.test',
  deps = {},
}: Options = {}) => {
  const polls = new Map(thePolls().map((poll) => [poll.id, poll]));
  const responses = inMemoryResponses();
  const now = () => new Date();
  const termsOf = async (id: string) => {
    const poll = polls.get(id);
    return poll && termsOfPoll(poll);
  };
  const findOrganization = async (poll: string, organization: string) =>
    polls.has(poll) && organization === HARBOR.id ? HARBOR : undefined;
  const form = httpStack(
    renderForm({
      ...{ findOrganization, termsOf, responses, now, siteUrl, log },
      timeZone: 'America/Chicago',
      findPoll: async (id) => polls.get(id),
      slowUntilOf: async () => undefined,
      newReceipt: () => randomBytes(16).toString('base64url'),
      ...deps,
    }),
    { log, ...stackOptions(log, siteUrl) },
  );
  const intake = httpStack(
    collectResponse({
      ...{ termsOf, responses, now, log },
      findOrganization,
    }),
    { log },
  );
  const call = gatewayTo([
    ...FORM_ROUTES.map((key) => ({ key, invoke: form })),
    ...['PUT', 'GET', 'DELETE'].map((method) => ({ key: `${method} ${RESPONSE}`, invoke: intake })),
  ]);
  return { call, polls, responses };
};
