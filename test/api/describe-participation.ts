import { beforeAll, describe, expect, test } from 'vitest';
import { type Call, jsonOf } from '../../local/api/call.ts';
import { ensureAccepted, withToken } from '../../local/api/ensure-accepted.ts';
import { deleteResponse, putResponse } from '../../local/api/response-requests.ts';
import { OrganizationPolls, ParticipationView } from '../../schemas/participation.ts';
import { ReleaseView } from '../../schemas/release.ts';
import { aHolder, asAdministrator, ORGANIZATIONS, openPoll, putDraft } from './a-poll.ts';
import type { ApiWorld } from './api-world.ts';
import { eventually } from './eventually.ts';
import { expectProblem } from './expect-problem.ts';

const ROLL_UP_MS = 30_000;
const FINAL_MS = 90_000;
const K = 5;
const MANY = K + 1;
const FEW = K - 1;
const [FIRST, SECOND, THIRD] = ORGANIZATIONS;

/** From answers to what those see who look after an organization: how many, never what. */
export const describeParticipation = (world: () => ApiWorld): void => {
  let administrator: Call;
  let coordinator: Call;
  let poll: string;

  const seen = async (call: Call, of = poll): Promise<ParticipationView> => {
    const request = { method: 'GET', path: `/v1/polls/${of}/participation` };
    return ParticipationView.parse(jsonOf(await ensureAccepted(call, request)));
  };

  const counted = (what: string, patienceMs: number, isSo: (view: ParticipationView) => boolean) =>
    eventually(what, patienceMs, async () => {
      const view = await seen(administrator);
      return isSo(view) ? view : undefined;
    });

  const send = async (organization: string, people: number): Promise<void> => {
    for (let person = 0; person < people; person++) {
      const request = putResponse(aHolder(poll, organization), {
        revision: 0,
        answers: { apples: 5 },
      });
      await ensureAccepted(world().call, request);
    }
  };

  beforeAll(async () => {
    administrator = await asAdministrator(world());
    coordinator = withToken(world().call, await world().tokenOf(`coordinator:${FIRST}`));
    poll = await openPoll(world(), { minRespondents: K });
  });

  describe('participation', () => {
    test('has no number of a poll that was never opened', async () => {
      const draft = await putDraft(world());
      const view = await seen(coordinator, draft);
      expect(view).toMatchObject({ state: 'draft', organizations: [{ organization: FIRST }] });
      expect(view).not.toHaveProperty('countedAt');
    });

    test('is counted with a roll-up: channels and days only from k on, and who has not begun', async () => {
      await send(FIRST, MANY);
      await send(SECOND, FEW);
      const changedTheirMind = aHolder(poll, FIRST);
      await world().call(putResponse(changedTheirMind, { revision: 0, answers: { apples: 1 } }));
      await ensureAccepted(world().call, deleteResponse(changedTheirMind));
      await world().tallied(poll, MANY + FEW);
      await ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${poll}/release` });
      const view = await counted('participation', ROLL_UP_MS, ({ total }) => total?.begun === 2);
      expect(view).toMatchObject({
        state: 'open',
        minRespondents: K,
        final: false,
        total: { organizations: 3, begun: 2, responses: MANY + FEW },
        notBegun: [THIRD],
      });
      const [first, second] = view.organizations;
      const today = new Date().toISOString().slice(0, 10);
      expect(first).toMatchObject({ responses: MANY, channels: { api: MANY } });
      expect([first?.firstDay, first?.lastDay].every((day) => day && day <= today)).toBe(true);
      expect(second).toEqual({
        organization: SECOND,
        name: { en: `The ${SECOND}` },
        responses: FEW,
      });
    });

    test('is told to a coordinator of the own organization alone', async () => {
      const view = await seen(coordinator);
      expect(view.organizations.map(({ organization }) => organization)).toEqual([FIRST]);
      expect(view.total).toEqual({ organizations: 1, begun: 1, responses: MANY });
      const another = withToken(world().call, await world().tokenOf('coordinator:elsewhere'));
      const request = { method: 'GET', path: `/v1/polls/${poll}/participation` };
      expectProblem(await another(request), 403, 'coordinators-only');
    });

    test("an organization's polls are listed for its coordinator", async () => {
      const request = { method: 'GET', path: `/v1/organizations/${FIRST}/polls` };
      const list = OrganizationPolls.parse(jsonOf(await ensureAccepted(coordinator, request)));
      expect(list.polls.find(({ id }) => id === poll)).toMatchObject({
        state: 'open',
        mode: 'open',
        name: { en: `The ${FIRST}` },
      });
    });

    test('is final after the seal, and the release says that its final count is decided', async () => {
      await ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${poll}/close` });
      await world().sealed(poll);
      const view = await counted('the final count', FINAL_MS, ({ final }) => final);
      expect(view).toMatchObject({ state: 'closed', total: { responses: MANY + FEW } });
      const request = { method: 'GET', path: `/v1/polls/${poll}/release` };
      const standing = await eventually('the decision', ROLL_UP_MS, async () => {
        const release = ReleaseView.parse(jsonOf(await ensureAccepted(administrator, request)));
        return release.finalCount?.decided ? release : undefined;
      });
      // Two organizations are too few for any figure.
      expect(standing).toMatchObject({ state: 'closed', withheld: { kind: 'final' } });
      expect(standing).not.toHaveProperty('latest');
    });
  });
};
