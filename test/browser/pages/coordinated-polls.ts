import { checkCharacter } from '../../../core/invitations/invitation-code.ts';
import type { ApiAnswer } from '../../../local/api/call.ts';
import type { OrganizationPoll, ParticipationView } from '../../../schemas/participation.ts';
import { problems } from '../../../schemas/problem-catalogue.ts';
import type { Incoming } from './start-server.ts';

type Own = Omit<ParticipationView['organizations'][number], 'organization' | 'name'>;

/** A poll as one organization has it, and what has been counted of it. */
type Taking = OrganizationPoll & {
  readonly participation: Partial<ParticipationView> & { readonly own?: Own };
};

const COUNTED = { countedAt: '2027-02-03T14:00:02.000Z' };
const HARBOR = { en: 'Harbor Lights Recovery Community' };
const TITLE = { en: 'Calls to Action', es: 'Llamados a la acción' };
const poll = (id: string, more: Partial<Taking> & Pick<Taking, 'participation'>): Taking => ({
  ...{ id, state: 'open', mode: 'open', title: TITLE, name: HARBOR },
  languages: ['en', 'es'],
  ...{ openedAt: '2027-01-20T15:00:00Z', closesAt: '2027-03-01T06:00:00Z' },
  ...more,
});

const WORDY = 'The Northern Valleys and Coastal Plains Recovery Community Organization';

/** Organizations in every state that their page can be in; the number is a refusal's status. */
const ORGANIZATIONS: Readonly<Record<string, readonly Taking[] | 401 | 403 | 429 | 503>> = {
  'harbor-lights': [
    poll('last-year', {
      ...{ state: 'closed', closesAt: '2026-03-01T06:00:00Z' },
      participation: {
        ...{ ...COUNTED, final: true },
        own: { responses: 57, hasExclusions: true },
      },
    }),
    poll('calls-to-action', {
      participation: {
        ...COUNTED,
        own: {
          ...{ responses: 44, expectedResponses: 60, channels: { web: 40, paper: 4 } },
          ...{ firstDay: '2027-01-20', lastDay: '2027-02-03' },
        },
      },
    }),
    poll('next-year', { state: 'draft', participation: {} }),
  ],
  'cedar-creek': [
    poll('invited', {
      mode: 'invited',
      participation: { ...COUNTED, own: { responses: 3, expectedResponses: 40 } },
    }),
  ],
  'new-morning': [
    poll('begun', { participation: {} }),
    poll('just-closed', {
      ...{ state: 'closed', closesAt: '2027-02-03T13:30:00Z' },
      participation: { ...COUNTED, own: { responses: 0 } },
    }),
    poll('long-ago', { state: 'closed', participation: {} }),
  ],
  wordy: [
    poll('wordy', {
      mode: 'invited',
      title: {
        en: 'What a whole state might do first for people in recovery and for their families',
        es: 'Qué podría hacer primero todo un estado por las personas en recuperación y sus familias',
      },
      name: { en: WORDY, es: `Organización Comunitaria de Recuperación: ${WORDY}` },
      participation: { ...COUNTED, own: { responses: 1 } },
    }),
  ],
  'english-only': [poll('english', { mode: 'invited', languages: ['en'], participation: {} })],
  'untitled-here': [
    poll('half', {
      ...{ mode: 'invited', title: { en: 'Fruit and bread' }, participation: {} },
    }),
  ],
  'east-bank': [
    poll('over', { state: 'closed', mode: 'invited', participation: { ...COUNTED, final: true } }),
  ],
  nobody: [],
  'run-out': 401,
  elsewhere: 403,
  busy: 429,
  away: 503,
};

/** What the service can do beside what every service can, and how it does it. */
export type Doing = {
  /** The status that refuses to make codes, if one does. */
  codesRefused?: number;
  /** Whether codes arrive with a wrong check character. */
  codesDamaged?: boolean;
  /** The status that refuses an import, if one does. */
  importRefused?: number;
  /** The states of an import, one a look; the last one stays. */
  progress: readonly object[];
  /** The organization whose participation is refused, and by what. */
  participationRefused?: { readonly organization: string; readonly status: number };
};

const answered = (status: number, body: unknown): ApiAnswer => ({
  status,
  headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  body: Buffer.from(JSON.stringify(body)),
});
const refused = (status: number): ApiAnswer => {
  const code = status === 403 ? 'coordinators-only' : 'not-found';
  const { title, detail } = problems['not-found'];
  return answered(status, { type: 'about:blank', title, detail, status, code });
};

const PATHS = {
  polls: /^\/v1\/organizations\/([^/]+)\/polls$/,
  participation: /^\/v1\/polls\/([^/]+)\/participation$/,
  invitations: /^\/v1\/polls\/([^/]+)\/organizations\/([^/]+)\/invitations$/,
  imports: /^\/v1\/polls\/([^/]+)\/imports$/,
  poll: /^\/v1\/polls\/([^/]+)$/,
  progress: /^\/v1\/polls\/([^/]+)\/imports\/([^/]+)$/,
};

/** A code of its own for each number, with its check character. */
export const aCode = (number: number): string => {
  const symbols = String(number).padStart(9, '0');
  return symbols + checkCharacter(symbols);
};

/** A token that names roles, of which nobody here checks who signed it. */
export const aToken = (...roles: readonly string[]): string =>
  [{ alg: 'none' }, { 'cognito:groups': roles }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('unsigned')
    .join('.');

/**
 * The API's calls of coordinators as the contract has them, over invented organizations.
 *
 * @param uploadsUrl where files are to be put
 */
export const coordinatedPolls = (uploadsUrl: string) => {
  const doing: Doing = { progress: [] };
  const asked: Incoming[] = [];
  let looks = 0;
  const participationOf = (id: string): ApiAnswer => {
    const [found] = Object.entries(ORGANIZATIONS).flatMap(([organization, polls]) => {
      const taken = typeof polls === 'number' ? [] : polls.filter((one) => one.id === id);
      return taken.map((one) => ({ organization, ...one }));
    });
    if (!found) return refused(404);
    const { organization, name, state, participation } = found;
    const { participationRefused: refusal } = doing;
    if (organization === refusal?.organization) return refused(refusal.status);
    const { own, ...counted } = participation;
    return answered(200, {
      ...{ poll: id, state, minRespondents: 11, final: false, notBegun: [], ...counted },
      organizations: [{ organization, name, ...own }],
    });
  };
  const ways: readonly [RegExp, string, (match: readonly string[], body: string) => ApiAnswer][] = [
    [
      PATHS.polls,
      'GET',
      ([, organization = '']) => {
        const polls = ORGANIZATIONS[organization] ?? 403;
        if (typeof polls === 'number') return refused(polls);
        const listed = polls.map(({ participation, ...listed }) => listed);
        return answered(200, { organization, polls: listed });
      },
    ],
    [
      PATHS.poll,
      'GET',
      ([, id = '']) => {
        const items = [{ id: 'apples' }, { id: 'pears' }];
        return answered(200, { id, definition: { categories: [{ id: 'fruit', items }] } });
      },
    ],
    [PATHS.participation, 'GET', ([, id = '']) => participationOf(id)],
    [
      PATHS.invitations,
      'POST',
      (_, body) => {
        if (doing.codesRefused) return refused(doing.codesRefused);
        const { count } = JSON.parse(body) as { count: number };
        const codes = Array.from({ length: count }, (_, index) => aCode(index + 1));
        return answered(201, {
          codes: doing.codesDamaged ? codes.map((code) => code.replace(/.$/, '?')) : codes,
        });
      },
    ],
    [
      PATHS.imports,
      'POST',
      () => {
        looks = 0;
        if (doing.importRefused) return refused(doing.importRefused);
        return answered(201, { import: 'batch-1', upload: { url: `${uploadsUrl}/batch-1` } });
      },
    ],
    [
      PATHS.progress,
      'GET',
      () => {
        const now = doing.progress[Math.min(looks, doing.progress.length - 1)];
        looks += 1;
        return now ? answered(200, now) : refused(404);
      },
    ],
  ];
  return {
    doing,
    asked,
    answer: async (request: Incoming): Promise<ApiAnswer> => {
      asked.push(request);
      const { method, path, body } = request;
      for (const [pattern, wanted, way] of ways) {
        const match = pattern.exec(path);
        if (match && method === wanted) return way(match, body.toString());
      }
      return refused(404);
    },
  };
};
