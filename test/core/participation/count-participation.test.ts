import { expect, test } from 'vitest';
import { countParticipation } from '../../../core/participation/count-participation.ts';
import { ParticipationCount } from '../../../schemas/participation.ts';
import { aDefinition, anOpenPoll, WHILE_OPEN } from '../polls/a-poll.ts';
import { aTally } from './a-tally.ts';

const tallies = [
  aTally(12, { organization: 'a' }),
  aTally(0, { organization: 'b' }),
  aTally(7, { organization: 'c' }),
];

test('a count has when it was made and whoever has a response, cut at the poll’s own k', () => {
  const poll = anOpenPoll({ definition: aDefinition({ minRespondents: 7 }) });
  const counted = countParticipation(poll, tallies, { countedAt: WHILE_OPEN, final: false });
  expect(ParticipationCount.parse(counted)).toEqual(counted);
  expect(counted).toMatchObject({ poll: 'spring', countedAt: WHILE_OPEN.toISOString() });
  expect(counted.organizations.map(({ organization }) => organization)).toEqual(['a', 'c']);
  expect(counted.organizations.every(({ channels }) => channels)).toBe(true);
});

test('a count that tells more of an organization than may be shown is refused', () => {
  const { organizations, ...counted } = countParticipation(anOpenPoll(), tallies, {
    countedAt: WHILE_OPEN,
    final: false,
  });
  const telling = organizations.map((shown) => ({ ...shown, setAside: 2 }));
  expect(ParticipationCount.safeParse({ ...counted, organizations: telling }).success).toBe(false);
});
