import { describe, expect, test } from 'vitest';
import { viewOrganizationPoll } from '../../../core/participation/view-organization-poll.ts';
import { viewParticipation } from '../../../core/participation/view-participation.ts';
import type { Organization } from '../../../schemas/organization.ts';
import { type ParticipationCount, ParticipationView } from '../../../schemas/participation.ts';
import { AFTER_CLOSE, aDraft, anOpenPoll, WHILE_OPEN } from '../polls/a-poll.ts';

const anOrganization = (id: string, over: Partial<Organization> = {}): Organization => ({
  id,
  name: { en: `The ${id}` },
  attributes: { region: 'north' },
  peopleServed: 100,
  bucketBits: 0,
  ...over,
});

const COUNTED: ParticipationCount = {
  version: 1,
  poll: 'spring',
  countedAt: '2027-02-10T12:00:00.000Z',
  final: false,
  organizations: [
    { organization: 'a', responses: 12, channels: { web: 12 } },
    { organization: 'c', responses: 3 },
  ],
};

describe('viewParticipation(poll, organizations, counted, now)', () => {
  const all = ['a', 'b', 'c'].map((id) => anOrganization(id));

  test('has every organization by name, the totals, and who has not begun', () => {
    const view = viewParticipation(anOpenPoll(), all, COUNTED, WHILE_OPEN);
    expect(ParticipationView.parse(view)).toEqual(view);
    expect(view).toMatchObject({
      poll: 'spring',
      state: 'open',
      minRespondents: 11,
      countedAt: COUNTED.countedAt,
      total: { organizations: 3, begun: 2, responses: 15 },
      notBegun: ['b'],
    });
    expect(view.organizations).toEqual([
      { organization: 'a', name: { en: 'The a' }, responses: 12, channels: { web: 12 } },
      { organization: 'b', name: { en: 'The b' }, responses: 0 },
      { organization: 'c', name: { en: 'The c' }, responses: 3 },
    ]);
  });

  test('of one organization it tells nothing of the others', () => {
    const own = [anOrganization('c', { expectedResponses: 40 })];
    const view = viewParticipation(anOpenPoll(), own, COUNTED, WHILE_OPEN);
    expect(view.total).toEqual({ organizations: 1, begun: 1, responses: 3 });
    expect(view.organizations).toEqual([
      { organization: 'c', name: { en: 'The c' }, expectedResponses: 40, responses: 3 },
    ]);
    expect(JSON.stringify(view)).not.toContain('"a"');
  });

  test('without a count nobody is said to have begun or not', () => {
    const view = viewParticipation(aDraft(), all, undefined, WHILE_OPEN);
    expect(ParticipationView.parse(view)).toEqual(view);
    expect(view).toMatchObject({ state: 'draft', final: false, notBegun: [] });
    expect(view).not.toHaveProperty('countedAt');
    expect(view).not.toHaveProperty('total');
    expect(view.organizations.every((one) => !('responses' in one))).toBe(true);
  });

  test('says of a final count that it is final', () => {
    const view = viewParticipation(anOpenPoll(), all, { ...COUNTED, final: true }, AFTER_CLOSE);
    expect(view).toMatchObject({ state: 'closed', final: true });
  });
});

test('viewOrganizationPoll(poll, organization, now) has what a link and a poster need', () => {
  const poll = anOpenPoll({ importsCloseAt: '2027-03-05T00:00:00.000Z' });
  expect(viewOrganizationPoll(poll, anOrganization('a'), WHILE_OPEN)).toEqual({
    id: 'spring',
    state: 'open',
    mode: 'open',
    title: { en: 'A poll' },
    name: { en: 'The a' },
    languages: ['en', 'es'],
    openedAt: '2027-02-01T00:00:00.000Z',
    closesAt: '2027-03-01T00:00:00.000Z',
    importsCloseAt: '2027-03-05T00:00:00.000Z',
  });
});
