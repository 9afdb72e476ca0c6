import { pollState } from '../../../core/polls/poll-state.ts';
import { type ApiAnswer, type ApiRequest, jsonOf } from '../../../local/api/call.ts';
import { ensureAccepted } from '../../../local/api/ensure-accepted.ts';
import shipped from '../../../polls/calls-to-action.json' with { type: 'json' };
import { problems } from '../../../schemas/problem-catalogue.ts';
import { aFinalReport } from '../../core/report/a-release.ts';
import { aManagingWorld, post, putJson } from '../../functions/manage-polls/managing-world.ts';
import { releasedPolls } from './released-polls.ts';
import type { Incoming } from './start-server.ts';

const CLOSES = '2027-03-01T18:00:00.000Z';
const COUNTED = '2027-01-15T08:00:00.000Z';
const ORGANIZATIONS = [
  ['harbor-lights', 'Harbor Lights', 'coast', 44],
  ['hope-house', 'Hope House', 'valley', 3],
  ['new-roads', 'New Roads', 'valley', 0],
  ['open-door', 'Open Door', 'mountains', 120],
] as const;

const json = (status: number, value: unknown): ApiAnswer => ({
  status,
  headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  body: new TextEncoder().encode(JSON.stringify(value)),
});

/** Whatever can go wrong before any function is asked. */
const TROUBLES = {
  away: json(503, { message: 'Service Unavailable' }),
  tooMany: json(429, { message: 'Too Many Requests' }),
  signedOut: json(401, { message: 'Unauthorized' }),
};

/**
 * An API with polls in every state: the administrators' own function over tables in memory, the
 * reports' over a release, and made-up participation. A token is its role.
 */
export const administeredPolls = async () => {
  const world = aManagingWorld();
  const reports = await releasedPolls([
    {
      id: 'closed',
      reports: 'planners',
      releases: [aFinalReport({ organizations: 5, people: 30, regions: 2 })],
    },
  ]);
  const ensure = (request: ApiRequest) => ensureAccepted(world.call, request);
  const putOrganizations = async (poll: string) => {
    for (const [id, name, region] of ORGANIZATIONS) {
      const body = {
        name: { en: name, es: `${name} (es)` },
        attributes: { region },
        expectedResponses: 50,
      };
      await ensure(putJson(`/v1/polls/${poll}/organizations/${id}`, body));
    }
  };
  const definition = { ...shipped, publishedAttributes: ['region'] };
  for (const poll of ['empty', 'ready', 'open', 'closed']) {
    await ensure(putJson(`/v1/polls/${poll}`, { definition, closesAt: CLOSES }));
    if (poll !== 'empty') await putOrganizations(poll);
  }
  await ensure(post('/v1/polls/open/open'));
  await ensure(post('/v1/polls/closed/open'));
  await ensure(post('/v1/polls/closed/close'));

  const stateOf = (poll: string) => {
    const found = world.state.polls.get(poll);
    return found && pollState(found, world.state.now);
  };
  const participation = (poll: string) => {
    const isCounted = stateOf(poll) !== 'draft';
    const organizations = ORGANIZATIONS.filter(([id]) =>
      world.state.organizations.has(`${poll}#${id}`),
    );
    return {
      ...{ poll, state: stateOf(poll), minRespondents: 11, final: false },
      ...(isCounted && {
        countedAt: COUNTED,
        total: { organizations: 4, begun: 3, responses: 167 },
      }),
      organizations: organizations.map(([organization, name, , responses]) => ({
        ...{ organization, name: { en: name, es: `${name} (es)` }, expectedResponses: 50 },
        ...(isCounted && { responses }),
        ...(isCounted &&
          responses >= 11 && {
            ...{
              channels: { web: responses - 2, paper: 2 },
              firstDay: '2027-01-10',
              lastDay: '2027-01-14',
            },
          }),
      })),
      notBegun: isCounted ? ['new-roads'] : [],
    };
  };
  const release = (poll: string) => ({
    ...{ poll, state: stateOf(poll) },
    ...(poll === 'closed' && {
      latest: {
        ...{ number: 1, snapshot: state.snapshot, kind: 'final', asOf: '2027-01-15' },
      },
      finalCount: {
        ...{ dueAt: CLOSES, sealedAt: CLOSES, day: '2027-03-01', decided: true },
      },
    }),
    ...(poll === 'open' && {
      withheld: { kind: 'interim', reasons: ['too-few-organizations'], since: COUNTED },
      finalCount: { dueAt: CLOSES, decided: false },
    }),
  });
  const list = jsonOf(
    await reports('/v1/polls/closed/reports', { authorization: 'Bearer administrator' }),
  ) as {
    snapshots: readonly { snapshot: string }[];
  };
  const state = {
    ...{ trouble: null as keyof typeof TROUBLES | null },
    snapshot: list.snapshots[0]?.snapshot ?? '',
  };
  const forbidden = (code: 'coordinators-only' | 'administrators-only'): ApiAnswer =>
    json(problems[code].status, { type: '', code, ...problems[code] });
  const answer = async ({ method, path, headers, body }: Incoming): Promise<ApiAnswer> => {
    if (state.trouble) return TROUBLES[state.trouble];
    if (/\/reports(?:\/|$)/.test(path)) return reports(path, headers);
    const [, poll = '', what] = /^\/v1\/polls\/([^/]+)\/(participation|release)$/.exec(path) ?? [];
    if (headers.authorization !== 'Bearer administrator') {
      return forbidden(what === 'participation' ? 'coordinators-only' : 'administrators-only');
    }
    if (method === 'GET' && what === 'participation') return json(200, participation(poll));
    if (method === 'GET' && what === 'release') return json(200, release(poll));
    const known = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const request = { method, path, headers: Object.fromEntries(known) };
    return world.call(body.length > 0 ? { ...request, body: body.toString() } : request);
  };
  return { answer, state, world: world.state };
};
