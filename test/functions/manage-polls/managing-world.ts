import { createPollAnnouncer } from '../../../adapters/eventbridge/poll-announcer.ts';
import type { PollDraft } from '../../../core/polls/poll-draft.ts';
import { managePolls } from '../../../functions/manage-polls/manage-polls.ts';
import type { ManagePollsDeps } from '../../../functions/manage-polls/manage-polls-deps.ts';
import { stackOptions } from '../../../functions/manage-polls/stack-options.ts';
import { httpStack } from '../../../functions/middleware/http-stack.ts';
import type { ApiRequest } from '../../../local/api/call.ts';
import { AuditEntry } from '../../../schemas/audit.ts';
import type { GroundswellEvent } from '../../../schemas/event.ts';
import { Exclusions } from '../../../schemas/exclusions.ts';
import { Organization } from '../../../schemas/organization.ts';
import { Poll } from '../../../schemas/poll.ts';
import type { ReleaseState } from '../../../schemas/release.ts';
import type { Seal } from '../../../schemas/tally.ts';
import { gatewayTo } from '../gateway.ts';
import { silentLog } from '../silent-log.ts';

const ROUTES = [
  'GET /v1/polls',
  'PUT /v1/polls/{poll}',
  'GET /v1/polls/{poll}/settings',
  'GET /v1/polls/{poll}/organizations',
  'POST /v1/polls/{poll}/organizations',
  'PUT /v1/polls/{poll}/organizations/{organization}',
  'GET /v1/polls/{poll}/organizations/{organization}/exclusions',
  'PUT /v1/polls/{poll}/organizations/{organization}/exclusions',
  'POST /v1/polls/{poll}/open',
  'POST /v1/polls/{poll}/close',
  'POST /v1/polls/{poll}/release',
  'GET /v1/polls/{poll}/release',
  'GET /v1/polls/{poll}/audit',
];

export const ADMINISTRATOR = { 'cognito:groups': '[administrator]', sub: 'subject-1' };

/** The process dies at this step. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Tables, schedules, bus and clock in memory; what they hold is there to look at. */
export const aManagingWorld = (claims: Readonly<Record<string, string>> = ADMINISTRATOR) => {
  const state = {
    now: new Date('2027-01-15T09:00:00.000Z'),
    polls: new Map<string, Poll>(),
    organizations: new Map<string, Organization>(),
    exclusions: new Map<string, Exclusions>(),
    /** Until when new responses of an organization have to wait. */
    slowUntil: new Map<string, string>(),
    /** Whether the final count has begun. */
    sealing: false,
    released: 0,
    /** What else is said of its releases, and that its tallies are sealed. */
    standing: {} as Partial<ReleaseState>,
    seal: undefined as Seal | undefined,
    schedules: new Map<string, string>(),
    events: [] as GroundswellEvent[],
    rollUps: [] as string[],
    /** Organizations whose tallies are to be counted anew. */
    recounts: [] as string[],
    /** Written in the same step as what they tell. */
    audit: [] as AuditEntry[],
    /** The steps that changed something, in order. */
    steps: [] as string[],
    /** Called before each step; throws to let the process die there. */
    before: (_step: string): void => undefined,
    /** Called after something was read and before it is written: a concurrent call. */
    meanwhile: async (): Promise<void> => undefined,
  };

  let ids = 0;
  const step = (name: string): void => {
    state.before(name);
    state.steps.push(name);
  };

  const polls = {
    get: async (id: string) => state.polls.get(id),
    list: async () => [...state.polls.keys()].sort(),
    put: async (draft: PollDraft, entry: AuditEntry) => {
      await state.meanwhile();
      if (state.polls.get(draft.id)?.version !== draft.version)
        return { kind: 'overtaken' as const };
      step('poll');
      state.polls.set(draft.id, Poll.parse({ ...draft, version: (draft.version ?? 0) + 1 }));
      state.audit.push(AuditEntry.parse(entry));
      return { kind: 'changed' as const };
    },
    markAnnounced: async (id: string, what: 'opened' | 'closed', instant: string) => {
      step(`mark-${what}`);
      const poll = state.polls.get(id);
      if (poll) {
        const mark = what === 'opened' ? 'openedAnnounced' : 'closedAnnounced';
        state.polls.set(id, { ...poll, [mark]: instant, version: poll.version + 1 });
      }
      return { kind: 'changed' as const };
    },
  };

  const deps: ManagePollsDeps = {
    polls,
    organizations: {
      get: async (poll, id) => state.organizations.get(`${poll}#${id}`),
      list: async (poll) =>
        [...state.organizations]
          .filter(([key]) => key.startsWith(`${poll}#`))
          .map(([, organization]) => organization),
      put: async (poll, organizations, guard, entryOf, unslowed) => {
        await state.meanwhile();
        const unmoved = state.polls.get(poll)?.version === guard.pollVersion;
        if (!unmoved || (state.released > 0 && !guard.released)) return { kind: 'overtaken' };
        step('organizations');
        for (const organization of organizations) {
          const key = `${poll}#${organization.id}`;
          state.organizations.set(key, Organization.parse(organization));
          if (unslowed?.has(organization.id)) state.slowUntil.delete(key);
        }
        if (organizations.length > 0) state.audit.push(AuditEntry.parse(entryOf(organizations, 1)));
        return { kind: 'changed' };
      },
    },
    exclusions: {
      get: async (poll, organization) =>
        state.exclusions.get(`${poll}#${organization}`) ?? { version: 0, exclusions: [] },
      put: async (poll, organization, next, entry) => {
        await state.meanwhile();
        if (state.sealing) return { kind: 'sealing' };
        const key = `${poll}#${organization}`;
        if ((state.exclusions.get(key)?.version ?? 0) !== next.version - 1) {
          return { kind: 'overtaken' };
        }
        step('exclusions');
        state.exclusions.set(key, Exclusions.parse(next));
        state.audit.push(AuditEntry.parse(entry));
        return { kind: 'changed' };
      },
    },
    auditTrail: {
      record: async (entry) => {
        step('audit');
        state.audit.push(AuditEntry.parse(entry));
      },
      list: async (poll, { before, limit }) => {
        const placed = state.audit
          .filter((entry) => entry.poll === poll)
          .map((entry) => ({ entry, place: `${entry.at}#${entry.id}` }))
          .filter(({ place }) => before === undefined || place < before)
          .sort((a, b) => (a.place < b.place ? 1 : -1));
        const page = placed.slice(0, limit);
        const next = placed.length > limit ? page.at(-1)?.place : undefined;
        return { entries: page.map(({ entry }) => entry), ...(next && { next }) };
      },
    },
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
    releases: {
      get: async () => ({
        version: 0,
        number: state.released,
        announced: state.released,
        ...state.standing,
      }),
    },
    seals: { get: async () => state.seal },
    announce: createPollAnnouncer({
      polls,
      events: {
        publish: async (events) => {
          for (const event of events) {
            step(event.name);
            state.events.push(event);
          }
        },
      },
    }),
    scheduleSeal: async (poll, at) => {
      step('schedule');
      state.schedules.set(poll, at.toISOString());
    },
    requestRollUp: async (poll) => {
      step('roll-up');
      state.rollUps.push(poll);
    },
    requestRecount: async (poll, organization) => {
      step('recount');
      state.recounts.push(`${poll}#${organization}`);
    },
    now: () => state.now,
    graceSeconds: 60,
  };

  const log = silentLog();
  const invoke = httpStack(managePolls(deps, { rolesClaim: 'cognito:groups' }), {
    log,
    ...stackOptions,
  });
  const call = gatewayTo(
    ROUTES.map((key) => ({ key, invoke })),
    claims,
  );
  return { state, call, deps, invoke };
};

export const putJson = (path: string, body: unknown): ApiRequest => ({
  method: 'PUT',
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const post = (path: string): ApiRequest => ({ method: 'POST', path });

export const postCsv = (path: string, lines: readonly string[]): ApiRequest => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'text/csv' },
  body: `${lines.join('\r\n')}\r\n`,
});
