import { beforeAll, describe, expect, test } from 'vitest';
import { type ApiAnswer, type ApiRequest, jsonOf } from '../../local/api/call.ts';
import { ensureAccepted } from '../../local/api/ensure-accepted.ts';
import { type Holder, putResponse, responseId } from '../../local/api/response-requests.ts';
import { Problem } from '../../schemas/problem.ts';
import { answerFaults } from '../openapi/answer-faults.ts';
import { operationAt } from '../openapi/the-document.ts';
import { aHolder, aPollRequest, ORGANIZATIONS, openPoll, putJson } from './a-poll.ts';
import { ACCESS, CALLERS, type CallerName, type Row } from './access-table.ts';
import type { ApiWorld } from './api-world.ts';
import { headerFaults, isGateways } from './header-table.ts';
import { isPage, pageFaults } from './page-headers.ts';
import type { TokenFault } from './token-issuer.ts';

/** A world in which tokens can also be had that nobody may accept. */
export type AccessWorld = ApiWorld & {
  /** All callers but those whose tokens cannot be had in this world. */
  readonly callers: readonly CallerName[];
  readonly faultyToken: (fault: TokenFault) => Promise<string>;
};

const [OWN] = ORGANIZATIONS;
const ANSWERS = { revision: 1, answers: { apples: 4 } };

const ROLES: Readonly<Partial<Record<CallerName, string>>> = {
  'another coordinator': 'coordinator:elsewhere',
  'own coordinator': `coordinator:${OWN}`,
  planner: 'planner',
  administrator: 'administrator',
};

const tokenOf = (world: AccessWorld, caller: CallerName): Promise<string> | undefined => {
  if (caller === 'nobody') return undefined;
  const role = ROLES[caller];
  return role === undefined ? world.faultyToken(caller as TokenFault) : world.tokenOf(role);
};

const outcomeOf = (answer: ApiAnswer): string => {
  if (answer.status < 400) return String(answer.status);
  if (isPage(answer)) return `${answer.status} page`;
  if (isGateways(answer)) return `${answer.status} gateway`;
  return `${answer.status} ${Problem.parse(jsonOf(answer)).code}`;
};

const isForm = ({ call }: Row): boolean => call.includes(' /p/');

/** One cell where everyone gets the same. */
const cellsOf = ({ gets }: Row): readonly string[] => {
  const outcomes = new Set(Object.values(gets));
  return outcomes.size === 1 ? [`everyone: ${[...outcomes]}`] : CALLERS.map((name) => gets[name]);
};

/** The table as people read it: a line a call, a column a caller. */
export const accessAsText = (rows: readonly Row[]): string => {
  const name = ({ call, when }: Row) => (when ? `${call}, ${when}` : call);
  const first = Math.max(...rows.map((row) => name(row).length));
  const widths = CALLERS.map((caller) =>
    Math.max(caller.length, ...rows.map(({ gets }) => gets[caller].length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell.padEnd([first, ...widths][index] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(['', ...CALLERS]), ...rows.map((row) => line([name(row), ...cellsOf(row)]))].join(
    '\n',
  );
};

/** Every call of the API times every caller, each with the answer that the table expects. */
export const describeAccess = (world: () => AccessWorld): void => {
  const polls = { planners: '', public: '' };
  let holder: Holder;
  let request: object;

  beforeAll(async () => {
    polls.planners = await openPoll(world());
    polls.public = await openPoll(world(), { reports: 'public' });
    holder = aHolder(polls.planners, OWN);
    await ensureAccepted(world().call, putResponse(holder, ANSWERS));
    request = { definition: aPollRequest().definition };
  });

  const pathOf = ({ call, when }: Row): string => {
    const values: Readonly<Record<string, string>> = {
      poll: when === 'public reports' ? polls.public : polls.planners,
      organization: OWN,
      id: responseId(holder.receipt),
      snapshot: '000001-0123456789ab',
      file: 'priorities.csv',
    };
    const path = call === '$default' ? '/v1/nothing' : (call.split(' ')[1] ?? '');
    return path.replaceAll(/\{(\w+)\}/g, (_all, name) => values[name] ?? '');
  };

  const receiptOf = ({ when }: Row): Readonly<Record<string, string>> => {
    if (when === 'with the receipt') return { receipt: holder.receipt };
    return when === 'with another' ? { receipt: aHolder(polls.planners).receipt } : {};
  };

  /** What a browser without a script posts; with the receipt the same answers again. */
  const nativePost = ({ when }: Row) => {
    const again = { _receipt: holder.receipt, _revision: String(ANSWERS.revision) };
    const fields = { q1: String(ANSWERS.answers.apples), ...(when && again) };
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    };
  };

  const requestOf = (row: Row): ApiRequest => {
    const method = row.call === '$default' ? 'GET' : (row.call.split(' ')[0] ?? '');
    const path = pathOf(row);
    const headers = receiptOf(row);
    if (row.call.includes('/responses/') && method === 'PUT') {
      const put = putJson(path, ANSWERS);
      return { ...put, headers: { ...put.headers, ...headers } };
    }
    if (isForm(row) && method === 'POST') return { method, path, ...nativePost(row) };
    if (row.call === 'PUT /v1/polls/{poll}') return putJson(path, request);
    if (method === 'PUT' && row.call.endsWith('/exclusions')) {
      const exclusions = [{ channel: 'web', day: '2027-01-15' }];
      return putJson(path, { reason: 'A script', exclusions });
    }
    if (method === 'PUT') return putJson(path, { name: { en: 'The first' }, peopleServed: 100 });
    if (row.call === 'POST /v1/polls/{poll}/organizations') {
      const type = { 'content-type': 'text/csv' };
      return { method, path, headers: type, body: 'id,name\nfourth,The fourth\n' };
    }
    return { method, path, headers };
  };

  describe('who may do what', () => {
    test.each(ACCESS.map((row) => [`${row.call}${row.when ? `, ${row.when}` : ''}`, row] as const))(
      '%s',
      async (_name, row) => {
        const got: Partial<Record<CallerName, string>> = {};
        const faults: string[] = [];
        for (const caller of world().callers) {
          const asked = requestOf(row);
          const token = await tokenOf(world(), caller);
          const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
          const answer = await world().call({
            ...asked,
            headers: { ...asked.headers, ...authorization },
          });
          got[caller] = outcomeOf(answer);
          const operation = operationAt(asked.method, asked.path)?.operation;
          faults.push(
            ...(operation ? answerFaults(answer, operation) : []),
            ...(isForm(row)
              ? pageFaults(answer, row.call)
              : headerFaults(answer, operation, row.when === 'public reports')),
          );
        }
        expect(got).toEqual(
          Object.fromEntries(world().callers.map((caller) => [caller, row.gets[caller]])),
        );
        expect(faults).toEqual([]);
      },
    );
  });
};
