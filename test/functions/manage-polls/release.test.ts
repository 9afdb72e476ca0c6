import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../../local/api/call.ts';
import { ReleaseView } from '../../../schemas/release.ts';
import { aDraft, anOpenPoll } from '../../core/polls/a-poll.ts';
import { aManagingWorld } from './managing-world.ts';

const SEAL = { sealedAt: '2027-03-01T00:01:30.000Z', day: '2027-03-01' };
const LATEST = {
  number: 1,
  snapshot: '000001-0123456789ab',
  kind: 'interim',
  asOf: '2027-02-20',
} as const;

const shown = async (make: (world: ReturnType<typeof aManagingWorld>) => void) => {
  const world = aManagingWorld();
  world.state.polls.set('spring', anOpenPoll());
  make(world);
  const answer = await world.call({ method: 'GET', path: '/v1/polls/spring/release' });
  expect(answer.status).toBe(200);
  return ReleaseView.parse(jsonOf(answer));
};

describe("a poll's releases and its final count", () => {
  test('while it is open: what came last, what is withheld, and when it will be counted', async () => {
    const withheld = { kind: 'interim', reasons: ['too-small-a-difference'] } as const;
    const view = await shown(({ state }) => {
      state.standing = {
        latest: LATEST,
        withheld: { ...withheld, reasons: [...withheld.reasons] },
      };
    });
    expect(view).toEqual({
      poll: 'spring',
      state: 'open',
      latest: LATEST,
      withheld,
      finalCount: { dueAt: '2027-03-01T00:01:00.000Z', decided: false },
    });
  });

  test('once it is sealed, since when; decided once the roll-up has answered that seal', async () => {
    const answering = (settledSeal?: string) =>
      shown(({ state }) => {
        state.now = new Date('2027-03-01T00:05:00Z');
        state.seal = SEAL;
        state.standing = settledSeal ? { settledSeal } : {};
      });
    expect(await answering()).toMatchObject({
      state: 'closed',
      finalCount: { ...SEAL, decided: false },
    });
    expect(await answering('2027-02-28T00:00:00.000Z')).toMatchObject({
      finalCount: { decided: false },
    });
    expect(await answering(SEAL.sealedAt)).toMatchObject({
      finalCount: { ...SEAL, decided: true },
    });
  });

  test('a draft, and a poll without an end, have no final count ahead', async () => {
    const view = await shown(({ state }) => void state.polls.set('spring', aDraft()));
    expect(view).toEqual({ poll: 'spring', state: 'draft' });
  });
});
