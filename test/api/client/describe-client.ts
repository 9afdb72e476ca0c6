import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { responseId } from '../../../local/api/response-requests.ts';
import { aHolder, aPollId, aPollRequest } from '../a-poll.ts';
import type { ApiWorld } from '../api-world.ts';
import { fetchOver } from './fetch-over.ts';
import { type GeneratedClient, generateClient, type Result } from './generate-client.ts';

type Calls = (operation: string, options?: object) => Promise<Result>;

const statusOf = ({ response }: Result): number => response.status;
const codeOf = ({ error }: Result): unknown => (error as { code?: unknown } | undefined)?.code;

/** What a program does that knows nothing of the API but its description. */
export const describeClient = (world: () => ApiWorld): void => {
  let generated: GeneratedClient;
  let anyone: Calls;
  let administrator: Calls;
  let planner: Calls;
  const poll = aPollId();
  const holder = aHolder(poll);

  const as = async (role?: string): Promise<Calls> => {
    const client = generated.createClient({
      baseUrl: 'http://api.test',
      fetch: fetchOver(world().call),
      ...(role && { auth: await world().tokenOf(role) }),
    });
    return (operation, options = {}) => {
      const call = generated.operations[operation];
      if (!call) throw new Error(`the client has no ${operation}`);
      return call({ client, ...options });
    };
  };

  beforeAll(async () => {
    generated = await generateClient();
    anyone = await as();
    administrator = await as('administrator');
    planner = await as('planner');
  }, 120_000);

  afterAll(() => generated.remove());

  const path = { poll };
  const response = {
    path: { poll, organization: holder.organization, id: responseId(holder.receipt) },
    headers: { Receipt: holder.receipt },
  };

  describe('a client that was generated from the description', () => {
    test('puts a poll with its organizations and opens it', async () => {
      const put = await administrator('putPoll', { path, body: aPollRequest() });
      expect(statusOf(put)).toBe(201);
      const loaded = await administrator('loadOrganizations', {
        path,
        body: 'id,name\nfirst,The first\nsecond,The second\n',
      });
      expect(loaded.data).toEqual({ organizations: 2, created: 2, changed: 0 });
      const third = await administrator('putOrganization', {
        path: { poll, organization: 'third' },
        body: { name: { en: 'The third' } },
      });
      expect(third.data).toMatchObject({ id: 'third', attributes: {} });
      expect(codeOf(await anyone('describePoll', { path }))).toBe('not-open-yet');
      const draft = await administrator('getPollSettings', { path });
      expect(draft.data).toMatchObject({ state: 'draft' });
      const opened = await administrator('openPoll', { path });
      expect(opened.data).toMatchObject({ id: poll, state: 'open' });
    });

    test('finds what a poll asks and what an organization is called', async () => {
      const described = await anyone('describePoll', { path });
      expect(described.data).toMatchObject({ id: poll, definition: { levels: 5 } });
      const named = await anyone('describeOrganization', { path: response.path });
      expect(named.data).toEqual({ name: { en: 'The first' } });
    });

    test('sends a response, reads it, changes it and withdraws it', async () => {
      const send = (revision: number, answers: object) =>
        anyone('putResponse', { ...response, body: { revision, answers } });
      expect((await send(0, { apples: 5 })).data).toEqual({ kind: 'created', revision: 0 });
      const read = await anyone('getResponse', response);
      expect(read.data).toMatchObject({ revision: 0, answers: { apples: 5 } });
      expect((await send(1, { apples: 2, rye: 1 })).data).toEqual({ kind: 'changed', revision: 1 });
      expect(codeOf(await send(0, { apples: 1 }))).toBe('superseded');
      expect(statusOf(await anyone('withdrawResponse', response))).toBe(204);
      expect(codeOf(await anyone('getResponse', response))).toBe('withdrawn');
    });

    test('shows the form, and answers on it as a browser does without a script', async () => {
      const { organization } = holder;
      const of = { path: { poll, organization } };
      const shown = await anyone('showForm', { ...of, query: { lang: 'es' } });
      expect(shown.data).toMatch(/^<!doctype html><html lang=es>/);
      expect(statusOf(await anyone('showAbout', of))).toBe(200);
      const post = (fields: object) => anyone('postForm', { ...of, body: fields });
      const sent = await post({ q1: '4' });
      const [, receipt = ''] = /#([\w-]{22})</.exec(String(sent.data)) ?? [];
      expect([statusOf(sent), receipt]).toEqual([201, expect.stringMatching(/./)]);
      const own = { path: { ...of.path, id: responseId(receipt) }, headers: { Receipt: receipt } };
      expect((await anyone('getResponse', own)).data).toMatchObject({ answers: { apples: 4 } });
      expect(statusOf(await post({ _do: 'withdraw', _receipt: receipt }))).toBe(200);
      expect(statusOf(await post({ _do: 'withdraw', _receipt: 'none' }))).toBe(422);
    });

    test('sets responses aside, takes it back, and finds both on the trail', async () => {
      const { organization } = holder;
      const of = { path: { poll, organization } };
      const exclusions = [{ channel: 'web', day: '2027-01-15' }];
      const put = (listed: object[]) =>
        administrator('putExclusions', { ...of, body: { reason: 'A script', exclusions: listed } });
      expect((await put(exclusions)).data).toEqual({ organization, version: 1, exclusions });
      expect((await administrator('getExclusions', of)).data).toMatchObject({ exclusions });
      expect((await put([])).data).toMatchObject({ version: 2 });
      type Page = { readonly entries: readonly object[]; readonly next: string };
      const page = (query: object) => administrator('listAudit', { path, query });
      const { entries, next } = (await page({ limit: 1 })).data as Page;
      expect(entries).toMatchObject([{ act: 'exclusions.put', organization, version: 2 }]);
      const older = (await page({ limit: 1, before: next })).data as Page;
      expect(older.entries).toMatchObject([
        { act: 'exclusions.put', reason: 'A script', exclusions },
      ]);
      expect(codeOf(await page({ limit: 201 }))).toBe('invalid-request');
    });

    test('is told every fault of what it sends', async () => {
      const wrong = await anyone('putResponse', {
        ...response,
        body: { revision: 2, answers: {} },
      });
      expect(wrong.error).toMatchObject({
        code: 'invalid-request',
        errors: [{ pointer: '/answers', expected: 'at least one item answered' }],
      });
    });

    test('sees how many answered, the polls of an organization, and where releases stand', async () => {
      const { organization } = holder;
      const seen = await administrator('getParticipation', { path });
      expect(seen.data).toMatchObject({ poll, state: 'open', minRespondents: 11 });
      const listed = await administrator('listOrganizationPolls', { path: { organization } });
      expect(listed.data).toMatchObject({
        polls: expect.arrayContaining([
          expect.objectContaining({ id: poll, name: { en: 'The first' } }),
        ]),
      });
      const release = await administrator('getRelease', { path });
      expect(release.data).toMatchObject({ poll, finalCount: { decided: false } });
      expect(codeOf(await planner('getParticipation', { path }))).toBe('coordinators-only');
    });

    test('asks for reports as a planner, and is refused as nobody', async () => {
      const list = await planner('listReports', { path });
      expect(list.data).toEqual({ poll, snapshots: [] });
      const file = { path: { poll, file: 'priorities.csv' } };
      expect(codeOf(await planner('getLatestReport', file))).toBe('nothing-released');
      expect(codeOf(await anyone('listReports', { path }))).toBe('token-required');
      const refused = await anyone('listPolls');
      expect([statusOf(refused), refused.error]).toEqual([401, { message: 'Unauthorized' }]);
    });

    test('asks for a release, closes the poll, and finds both on the lists', async () => {
      expect((await administrator('releasePoll', { path })).data).toEqual({ kind: 'requested' });
      const closed = await administrator('closePoll', { path });
      expect(closed.data).toMatchObject({ state: 'closed' });
      const { polls } = (await administrator('listPolls')).data as { polls: object[] };
      expect(polls).toContainEqual(expect.objectContaining({ id: poll, state: 'closed' }));
      const { organizations } = (await administrator('listOrganizations', { path })).data as {
        organizations: object[];
      };
      expect(organizations).toHaveLength(3);
    });
  });
};
