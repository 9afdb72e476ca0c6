import { describe, expect, test } from 'vitest';
import { httpStack } from '../../../functions/middleware/http-stack.ts';
import { showParticipation } from '../../../functions/show-participation/show-participation.ts';
import { type ApiAnswer, jsonOf } from '../../../local/api/call.ts';
import type { Organization } from '../../../schemas/organization.ts';
import {
  OrganizationPolls,
  type ParticipationCount,
  ParticipationView,
} from '../../../schemas/participation.ts';
import type { Problem } from '../../../schemas/problem.ts';
import { aDraft, anOpenPoll, WHILE_OPEN } from '../../core/polls/a-poll.ts';
import { gatewayTo } from '../gateway.ts';
import { silentLog } from '../silent-log.ts';

const PARTICIPATION = '/v1/polls/spring/participation';
const ROUTES = [
  'GET /v1/polls/{poll}/participation',
  'GET /v1/organizations/{organization}/polls',
] as const;

const COUNTED: ParticipationCount = {
  version: 1,
  poll: 'spring',
  countedAt: '2027-02-10T12:00:00.000Z',
  final: false,
  organizations: [
    { organization: 'a', responses: 12, channels: { web: 12 } },
    { organization: 'b', responses: 3 },
  ],
};

const POLLS = [anOpenPoll(), aDraft({ id: 'summer' })];

/** Which organizations each poll has. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  spring: ['a', 'b', 'c'],
  summer: ['b'],
};

const anOrganization = (poll: string, id: string): Organization => ({
  id,
  name: { en: `${id} in ${poll}` },
  attributes: {},
  bucketBits: 0,
});

/** What someone gets whose token has these roles. */
const as = (...roles: string[]) => {
  const membersOf = (poll: string) => (MEMBERS[poll] ?? []).map((id) => anOrganization(poll, id));
  const invoke = httpStack(
    showParticipation({
      polls: {
        get: async (id) => POLLS.find((poll) => poll.id === id),
        list: async () => POLLS.map(({ id }) => id),
      },
      organizations: {
        get: async (poll, id) => membersOf(poll).find((one) => one.id === id),
        list: async (poll) => membersOf(poll),
      },
      participation: { get: async (poll) => (poll === 'spring' ? COUNTED : undefined) },
      now: () => WHILE_OPEN,
      rolesClaim: 'cognito:groups',
    }),
    { log: silentLog() },
  );
  const call = gatewayTo(
    ROUTES.map((key) => ({ key, invoke })),
    { 'cognito:groups': `[${roles.join(' ')}]` },
  );
  return (path: string) => call({ method: 'GET', path });
};

const codeOf = (answer: ApiAnswer): string =>
  `${answer.status} ${(jsonOf(answer) as Problem).code}`;

const listed = (answer: ApiAnswer): readonly string[] =>
  ParticipationView.parse(jsonOf(answer)).organizations.map(({ organization }) => organization);

describe('the participation in a poll', () => {
  test('is of all organizations for administrators', async () => {
    const answer = await as('administrator')(PARTICIPATION);
    expect(listed(answer)).toEqual(['a', 'b', 'c']);
    expect(jsonOf(answer)).toMatchObject({ total: { responses: 15 }, notBegun: ['c'] });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('is of their own alone for coordinators', async () => {
    const answer = await as('coordinator:b')(PARTICIPATION);
    expect(listed(answer)).toEqual(['b']);
    expect(jsonOf(answer)).toMatchObject({ total: { organizations: 1, responses: 3 } });
    expect(listed(await as('coordinator:c', 'coordinator:a')(PARTICIPATION))).toEqual(['a', 'c']);
  });

  test('is refused to whoever has no organization in it, whether there is such a poll or not', async () => {
    for (const roles of [['planner'], [], ['coordinator:z'], ['coordinator:'], ['coordinator:A']]) {
      expect(codeOf(await as(...roles)(PARTICIPATION))).toBe('403 coordinators-only');
    }
    for (const poll of ['nowhere', 'NO POLL', 'summer']) {
      const answer = await as('coordinator:a')(`/v1/polls/${encodeURI(poll)}/participation`);
      expect(codeOf(answer)).toBe('403 coordinators-only');
    }
  });

  test('is not there for an administrator where there is no such poll', async () => {
    const answer = await as('administrator')('/v1/polls/nowhere/participation');
    expect(codeOf(answer)).toBe('404 unknown-poll');
  });

  test('is without numbers before the first count', async () => {
    const answer = await as('coordinator:b')('/v1/polls/summer/participation');
    expect(jsonOf(answer)).toMatchObject({
      state: 'draft',
      organizations: [{ organization: 'b', name: { en: 'b in summer' } }],
      notBegun: [],
    });
    expect(jsonOf(answer)).not.toHaveProperty('countedAt');
  });
});

describe("an organization's polls", () => {
  const pollsOf = async (organization: string, ...roles: string[]) =>
    as(...roles)(`/v1/organizations/${organization}/polls`);

  test('are those that it takes part in, drafts too, each with its name there', async () => {
    const list = OrganizationPolls.parse(jsonOf(await pollsOf('b', 'coordinator:b')));
    expect(list.polls.map(({ id, state, name }) => [id, state, name.en])).toEqual([
      ['spring', 'open', 'b in spring'],
      ['summer', 'draft', 'b in summer'],
    ]);
  });

  test('are none where nobody put it into one', async () => {
    const none = { organization: 'z', polls: [] };
    expect(jsonOf(await pollsOf('z', 'coordinator:z'))).toEqual(none);
    expect(jsonOf(await pollsOf('z', 'administrator'))).toEqual(none);
  });

  test('are refused to coordinators of others, and to planners', async () => {
    for (const role of ['coordinator:a', 'planner', 'coordinator:']) {
      expect(codeOf(await pollsOf('b', role))).toBe('403 coordinators-only');
    }
  });

  test('of what can be no organization there are none', async () => {
    expect(codeOf(await pollsOf('B', 'administrator'))).toBe('404 unknown-organization');
    expect(codeOf(await pollsOf('B', 'coordinator:B'))).toBe('403 coordinators-only');
  });
});
