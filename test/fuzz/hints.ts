import fc from 'fast-check';
import type { Hints } from '../openapi/arbitrary-of.ts';

/** The polls that every history begins with; a suffix tells those of one run from another's. */
export const pollsWith = (suffix: string) => ({
  open: `spring${suffix}`,
  draft: `summer${suffix}`,
  closed: `winter${suffix}`,
  public: `public${suffix}`,
  withoutOrganizations: `autumn${suffix}`,
  withoutClose: `someday${suffix}`,
});
export type FuzzPolls = ReturnType<typeof pollsWith>;
export const ORGANIZATIONS = ['harbor', 'haven', 'hope'] as const;
export const ITEMS = ['mentors', 'facilitators', 'supportive-housing'] as const;

/** What each of these polls asks. */
export const DEFINITION = {
  levels: 5,
  categories: [
    { id: 'training', items: ['mentors', 'facilitators'] },
    { id: 'housing', items: ['supportive-housing'] },
  ],
} as const;

const RECEIPTS = Array.from({ length: 5 }, (_, n) => `receipt-${String(n).padStart(16, '0')}`);

const DAY_MS = 24 * 3600 * 1000;

/** Instants before, while and after the polls are open, and at the ends of what can be written. */
const instantsAround = (closesAt: string): readonly string[] => {
  const days = (offset: number) => new Date(Date.parse(closesAt) + offset * DAY_MS).toISOString();
  return [
    ...[closesAt, days(-44), days(1), days(85)],
    days(14).replace('Z', '456Z'),
    ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
  ];
};

/** Of the items of these polls, now and then one that they do not have. */
const aLevel = fc.constantFrom('1', '2', '3', '4', '5', '5', '4', '6');

/** To the millisecond, as the trail has it. */
const PLACED = /\.\d{3}Z$/;

/** Values that lead somewhere in the world of these polls. */
export const hintsFor = (polls: FuzzPolls, closesAt: string): Hints => ({
  PollId: fc.oneof(
    { weight: 14, arbitrary: fc.constant(polls.open) },
    { weight: 12, arbitrary: fc.constantFrom(...Object.values(polls)) },
    { weight: 1, arbitrary: fc.constantFrom('nowhere', `new${polls.open}`) },
  ),
  OrganizationId: fc.oneof(
    { weight: 6, arbitrary: fc.constant(ORGANIZATIONS[0]) },
    { weight: 4, arbitrary: fc.constantFrom(...ORGANIZATIONS, 'new-one') },
  ),
  ItemId: fc.constantFrom(...ITEMS, 'region'),
  Receipt: fc.constantFrom(...RECEIPTS),
  Language: fc.constantFrom('en', 'es', 'pt-BR'),
  Instant: fc.constantFrom(...instantsAround(closesAt)),
  AuditLimit: fc.constantFrom(1, 2, 200),
  AuditPlace: fc
    .constantFrom(...instantsAround(closesAt).filter((instant) => PLACED.test(instant)))
    .map((instant) => `${instant}#00000000-0000-4000-8000-000000000003`),
  Day: fc.constantFrom('2027-01-15', '2027-02-28'),
  SnapshotId: fc.constant('000001-0123456789ab'),
  FileName: fc.constantFrom(
    'priorities.csv',
    'priorities.json',
    'report.html',
    'priorities.xlsx',
    'distribution.csv',
  ),
  'If-None-Match': fc.constantFrom('*', `"${'c0ffee00'.repeat(8)}"`, '"another"'),
  PollDefinitionRequest: fc.constantFrom(
    DEFINITION,
    { ...DEFINITION, minRespondents: 12, title: { en: 'A poll' } },
    { ...DEFINITION, reports: 'public' },
  ),
  FormPost: fc.record(
    {
      ...{ q1: aLevel, q2: aLevel, q3: aLevel },
      _do: fc.constantFrom('send', 'send', 'send', 'check', 'edit', 'ask-withdraw', 'withdraw'),
      _receipt: fc.constantFrom(...RECEIPTS),
      _revision: fc.constantFrom('0', '1', '2', '3', '4'),
    },
    { requiredKeys: ['q1'], noNullPrototype: true },
  ),
  Submission: fc.record(
    {
      revision: fc.nat({ max: 4 }),
      channel: fc.constantFrom('web', 'api'),
      answers: fc.dictionary(
        fc.constantFrom(...ITEMS),
        fc.oneof(
          { weight: 20, arbitrary: fc.constantFrom(1, 2, 3, 4, 5, null) },
          // What the document allows of any poll, but not these.
          { weight: 1, arbitrary: fc.constantFrom(6, 7) },
        ),
        {
          minKeys: 1,
          noNullPrototype: true,
        },
      ),
    },
    { requiredKeys: ['revision', 'answers'] },
  ),
});
