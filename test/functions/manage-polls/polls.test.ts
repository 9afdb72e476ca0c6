import { describe, expect, test } from 'vitest';
import { type ApiAnswer, jsonOf } from '../../../local/api/call.ts';
import type { Problem } from '../../../schemas/problem.ts';
import { aDefinition } from '../../core/polls/a-poll.ts';
import { aManagingWorld, Crash, post, postCsv, putJson } from './managing-world.ts';

const PATH = '/v1/polls/spring';
const CLOSES_AT = '2027-03-01T00:00:00.000Z';
const request = { definition: aDefinition(), closesAt: CLOSES_AT };

const seal = (closesAt: string): string => new Date(Date.parse(closesAt) + 60_000).toISOString();

const codeOf = (answer: ApiAnswer): string =>
  `${answer.status} ${(jsonOf(answer) as Problem).code}`;

const withDraft = async () => {
  const world = aManagingWorld();
  await world.call(putJson(PATH, request));
  await world.call(postCsv(`${PATH}/organizations`, ['id,name', 'a,A', 'b,B', 'c,C']));
  return world;
};

const withOpenPoll = async () => {
  const world = await withDraft();
  await world.call(post(`${PATH}/open`));
  world.state.steps.length = 0;
  return world;
};

describe('putting a poll', () => {
  test('is 201 the first time and 200 after; the same again writes nothing', async () => {
    const { call, state } = aManagingWorld();
    const first = await call(putJson(PATH, request));
    expect([first.status, jsonOf(first)]).toEqual([
      201,
      { id: 'spring', state: 'draft', closesAt: CLOSES_AT, definition: request.definition },
    ]);
    expect((await call(putJson(PATH, request))).status).toBe(200);
    expect(state.polls.get('spring')?.version).toBe(1);
  });

  test('a draft may become anything', async () => {
    const { call, state } = await withDraft();
    const definition = aDefinition({ levels: 7 });
    expect((await call(putJson(PATH, { definition }))).status).toBe(200);
    expect(state.polls.get('spring')?.definition.levels).toBe(7);
  });

  test('instants in another precision are kept in ours', async () => {
    const { call, state } = aManagingWorld();
    await call(putJson(PATH, { ...request, closesAt: '2027-03-01T00:00:00Z' }));
    expect(state.polls.get('spring')?.closesAt).toBe(CLOSES_AT);
  });

  test('an open poll’s definition is fixed', async () => {
    const { call } = await withOpenPoll();
    const other = { ...request, definition: aDefinition({ minRespondents: 12 }) };
    expect(codeOf(await call(putJson(PATH, other)))).toBe('409 poll-immutable');
  });

  test('an open poll’s close may move later, and the schedule moves with it', async () => {
    const { call, state } = await withOpenPoll();
    const closesAt = '2027-04-01T00:00:00.000Z';
    expect((await call(putJson(PATH, { ...request, closesAt }))).status).toBe(200);
    expect(state.polls.get('spring')?.closesAt).toBe(closesAt);
    expect(state.schedules.get('spring')).toBe(seal(closesAt));
  });

  test('an open poll’s close moves neither earlier nor to where responses expire within 7 days', async () => {
    const { call, state } = await withOpenPoll();
    const earliestExpiry = Date.parse(String(state.polls.get('spring')?.earliestExpiry));
    const last = earliestExpiry - 7 * 24 * 3600 * 1000 - 60_000;
    for (const closesAt of ['2027-02-01T00:00:00.000Z', new Date(last).toISOString()]) {
      expect(codeOf(await call(putJson(PATH, { ...request, closesAt })))).toBe(
        '409 close-not-movable',
      );
    }
    const closesAt = new Date(last - 1).toISOString();
    expect((await call(putJson(PATH, { ...request, closesAt }))).status).toBe(200);
  });

  test('a closed poll does not open again by moving its close', async () => {
    const { call, state } = await withOpenPoll();
    state.now = new Date('2027-03-01T00:00:00.000Z');
    const closesAt = '2027-03-02T00:00:00.000Z';
    expect(codeOf(await call(putJson(PATH, { ...request, closesAt })))).toBe('409 closed');
    expect((await call(putJson(PATH, request))).status).toBe(200);
  });

  test('paper may come in later than the close, but not so late that responses expire', async () => {
    const { call } = aManagingWorld();
    const late = await call(
      putJson(PATH, { ...request, importsCloseAt: '2027-05-25T00:00:00.000Z' }),
    );
    const early = await call(
      putJson(PATH, { ...request, importsCloseAt: '2027-02-25T00:00:00.000Z' }),
    );
    for (const answer of [late, early]) {
      expect((jsonOf(answer) as Problem).errors?.[0]?.pointer).toBe('/importsCloseAt');
    }
    const fine = putJson(PATH, { ...request, importsCloseAt: '2027-03-15T00:00:00.000Z' });
    expect((await call(fine)).status).toBe(201);
  });

  test('the end of imports may move alone once the poll is open', async () => {
    const { call, state } = await withOpenPoll();
    const { definition } = request;
    const moved = (importsCloseAt: string) => call(putJson(PATH, { definition, importsCloseAt }));
    expect((await moved('2027-03-15T00:00:00.000Z')).status).toBe(200);
    expect(state.polls.get('spring')).toMatchObject({
      closesAt: CLOSES_AT,
      importsCloseAt: '2027-03-15T00:00:00.000Z',
    });
    expect(state.schedules.get('spring')).toBe(seal('2027-03-15T00:00:00.000Z'));
    expect(codeOf(await moved('2027-03-10T00:00:00.000Z'))).toBe('409 close-not-movable');
    for (const wrong of ['2027-02-25T00:00:00.000Z', '2027-05-25T00:00:00.000Z']) {
      const answer = await moved(wrong);
      expect((jsonOf(answer) as Problem).errors?.[0]?.pointer).toBe('/importsCloseAt');
    }
  });

  test('the close of an open poll does not move past the end of imports', async () => {
    const { call } = await withOpenPoll();
    await call(putJson(PATH, { ...request, importsCloseAt: '2027-03-15T00:00:00.000Z' }));
    const late = { ...request, closesAt: '2027-03-20T00:00:00.000Z' };
    const answer = await call(putJson(PATH, late));
    expect((jsonOf(answer) as Problem).errors?.[0]?.pointer).toBe('/importsCloseAt');
    const both = { ...late, importsCloseAt: '2027-03-20T00:00:00.000Z' };
    expect((await call(putJson(PATH, both))).status).toBe(200);
  });

  test('of a draft the end of imports needs a close in the same request', async () => {
    const { call } = await withDraft();
    const { definition } = request;
    const alone = { definition, importsCloseAt: '2027-03-15T00:00:00.000Z' };
    expect((jsonOf(await call(putJson(PATH, alone))) as Problem).errors?.[0]?.pointer).toBe(
      '/closesAt',
    );
  });

  test('a close so late that an expiry could not be written is refused', async () => {
    const { call } = aManagingWorld();
    const late = putJson(PATH, { ...request, closesAt: '9999-12-31T23:59:59.999Z' });
    expect((jsonOf(await call(late)) as Problem).errors).toEqual([
      { pointer: '/closesAt', expected: 'an instant before the year 9000' },
    ]);
  });

  test('every fault of a definition is told with its place', async () => {
    const { call } = aManagingWorld();
    const answer = await call(
      putJson(PATH, {
        definition: { levels: 9, categories: [{ id: 'Not An Id', items: [] }], colour: 'red' },
        closesAt: 'tomorrow',
      }),
    );
    expect(answer.status).toBe(422);
    expect((jsonOf(answer) as Problem).errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/closesAt',
      '/definition/categories/0/id',
      '/definition/categories/0/items',
      '/definition/colour',
      '/definition/levels',
    ]);
  });

  test('an id that no address may have is refused', async () => {
    const { call } = aManagingWorld();
    const answer = await call(putJson('/v1/polls/Spring_2027', request));
    expect(codeOf(answer)).toBe('422 invalid-request');
  });

  test('somebody else’s concurrent change is seen and decided on', async () => {
    const { call, state } = await withDraft();
    state.meanwhile = async () => {
      state.meanwhile = async () => undefined;
      await call(post(`${PATH}/open`));
    };
    const definition = aDefinition({ levels: 7 });
    expect(codeOf(await call(putJson(PATH, { definition })))).toBe('409 poll-immutable');
  });

  test('whoever is overtaken time after time is told', async () => {
    const { call, state } = await withDraft();
    state.meanwhile = async () => {
      const poll = state.polls.get('spring');
      if (poll) state.polls.set('spring', { ...poll, version: poll.version + 1 });
    };
    const definition = aDefinition({ levels: 7 });
    expect(codeOf(await call(putJson(PATH, { definition })))).toBe('409 overtaken');
  });
});

describe('opening a poll', () => {
  test('sets when it opened and the earliest expiry, then the schedule, the event, the note', async () => {
    const { call, state } = await withDraft();
    state.steps.length = 0;
    const answer = await call(post(`${PATH}/open`));
    expect([answer.status, jsonOf(answer)]).toEqual([
      200,
      {
        id: 'spring',
        state: 'open',
        openedAt: '2027-01-15T09:00:00.000Z',
        closesAt: CLOSES_AT,
        earliestExpiry: '2027-05-30T00:00:00.000Z',
        definition: request.definition,
      },
    ]);
    expect(state.steps).toEqual(['poll', 'schedule', 'PollOpened', 'mark-opened']);
    expect(state.schedules.get('spring')).toBe(seal(CLOSES_AT));
    expect(state.events[0]?.detail).toMatchObject({ poll: 'spring', closesAt: CLOSES_AT });
  });

  test('needs a close that is yet to come', async () => {
    const { call, state } = await withDraft();
    await call(putJson(PATH, { definition: request.definition }));
    expect(codeOf(await call(post(`${PATH}/open`)))).toBe('409 close-required');
    await call(putJson(PATH, request));
    state.now = new Date(CLOSES_AT);
    expect(codeOf(await call(post(`${PATH}/open`)))).toBe('409 close-required');
  });

  test('needs as many organizations as a release needs', async () => {
    const { call } = aManagingWorld();
    await call(putJson(PATH, request));
    await call(postCsv(`${PATH}/organizations`, ['id,name', 'a,A', 'b,B']));
    expect(codeOf(await call(post(`${PATH}/open`)))).toBe('409 too-few-organizations');
  });

  test('of an unknown poll is 404, of a closed one 409', async () => {
    const { call, state } = await withOpenPoll();
    expect(codeOf(await call(post('/v1/polls/autumn/open')))).toBe('404 unknown-poll');
    state.now = new Date('2027-03-01T00:00:00.000Z');
    expect(codeOf(await call(post(`${PATH}/open`)))).toBe('409 closed');
  });
});

describe('closing a poll', () => {
  test('closes it now, moves the schedule, tells the bus', async () => {
    const { call, state } = await withOpenPoll();
    state.now = new Date('2027-02-10T12:00:00.000Z');
    const answer = await call(post(`${PATH}/close`));
    expect(jsonOf(answer)).toMatchObject({ state: 'closed', closesAt: '2027-02-10T12:00:00.000Z' });
    expect(state.steps).toEqual(['poll', 'schedule', 'PollClosed', 'mark-closed']);
    expect(state.schedules.get('spring')).toBe('2027-02-10T12:01:00.000Z');
  });

  test('again is 200 and does nothing; the close stays when it was', async () => {
    const { call, state } = await withOpenPoll();
    state.now = new Date('2027-02-10T12:00:00.000Z');
    await call(post(`${PATH}/close`));
    state.steps.length = 0;
    state.now = new Date('2027-02-11T12:00:00.000Z');
    expect((await call(post(`${PATH}/close`))).status).toBe(200);
    expect(state.steps).toEqual([]);
    expect(state.polls.get('spring')?.closesAt).toBe('2027-02-10T12:00:00.000Z');
  });

  test('of a draft is refused', async () => {
    const { call } = await withDraft();
    expect(codeOf(await call(post(`${PATH}/close`)))).toBe('409 not-open-yet');
  });

  test('of a poll whose time came tells the bus when that was', async () => {
    const { call, state } = await withOpenPoll();
    state.now = new Date('2027-03-01T08:00:00.000Z');
    await call(post(`${PATH}/close`));
    expect(state.events.at(-1)).toMatchObject({
      name: 'PollClosed',
      detail: { closedAt: CLOSES_AT },
    });
    expect(state.schedules.get('spring')).toBe('2027-03-01T08:00:10.000Z');
  });
});

describe('a crash at any step', () => {
  const steps = {
    open: ['poll', 'schedule', 'PollOpened', 'mark-opened'],
    close: ['poll', 'schedule', 'PollClosed', 'mark-closed'],
  };
  const worlds = { open: withDraft, close: withOpenPoll };

  for (const what of ['open', 'close'] as const) {
    for (const deadly of steps[what]) {
      test(`of ${what}, before ${deadly}, is made good by a repeat`, async () => {
        const { call, state } = await worlds[what]();
        state.before = (name) => {
          if (name === deadly) throw new Crash();
        };
        expect((await call(post(`${PATH}/${what}`))).status).toBe(500);
        state.before = () => undefined;
        state.now = new Date(state.now.getTime() + 1000);
        expect((await call(post(`${PATH}/${what}`))).status).toBe(200);

        const poll = state.polls.get('spring');
        const name = what === 'open' ? 'PollOpened' : 'PollClosed';
        const ids = state.events.filter((event) => event.name === name).map((e) => e.detail.id);
        expect(ids.length).toBeGreaterThan(0);
        expect(new Set(ids).size).toBe(1);
        expect(poll?.openedAnnounced).toBe(poll?.openedAt);
        expect(state.schedules.get('spring')).toBe(
          what === 'open'
            ? seal(CLOSES_AT)
            : new Date(Date.parse(String(poll?.closesAt)) + 60_000).toISOString(),
        );
        if (what === 'close') expect(poll?.closedAnnounced).toBe(poll?.closesAt);
      });
    }
  }

  test('of a moved close, before the schedule, is made good by a repeat', async () => {
    const { call, state } = await withOpenPoll();
    const moved = putJson(PATH, { ...request, closesAt: '2027-04-01T00:00:00.000Z' });
    state.before = (name) => {
      if (name === 'schedule') throw new Crash();
    };
    expect((await call(moved)).status).toBe(500);
    state.before = () => undefined;
    expect((await call(moved)).status).toBe(200);
    expect(state.schedules.get('spring')).toBe(seal('2027-04-01T00:00:00.000Z'));
  });
});

describe('releasing a poll', () => {
  test('asks for a roll-up and does not wait', async () => {
    const { call, state } = await withOpenPoll();
    expect((await call(post(`${PATH}/release`))).status).toBe(202);
    expect(state.rollUps).toEqual(['spring']);
  });

  test('of a draft is refused', async () => {
    const { call } = await withDraft();
    expect(codeOf(await call(post(`${PATH}/release`)))).toBe('409 not-open-yet');
  });
});

describe('showing a poll', () => {
  test('to an administrator, shows a draft with all that was put', async () => {
    const { call } = await withDraft();
    const answer = await call({ method: 'GET', path: `${PATH}/settings` });
    expect([answer.status, jsonOf(answer)]).toEqual([
      200,
      { id: 'spring', state: 'draft', closesAt: CLOSES_AT, definition: request.definition },
    ]);
  });

  test('of an unknown poll is 404', async () => {
    const { call } = await withDraft();
    const answer = await call({ method: 'GET', path: '/v1/polls/autumn/settings' });
    expect(codeOf(answer)).toBe('404 unknown-poll');
  });
});

describe('listing polls', () => {
  test('shows where each stands, without what it asks', async () => {
    const { call } = await withOpenPoll();
    await call(putJson('/v1/polls/autumn', { definition: request.definition }));
    expect(jsonOf(await call({ method: 'GET', path: '/v1/polls' }))).toEqual({
      polls: [
        { id: 'autumn', state: 'draft', title: { en: 'A poll' } },
        {
          id: 'spring',
          state: 'open',
          openedAt: '2027-01-15T09:00:00.000Z',
          closesAt: CLOSES_AT,
          earliestExpiry: '2027-05-30T00:00:00.000Z',
          title: { en: 'A poll' },
        },
      ],
    });
  });
});
