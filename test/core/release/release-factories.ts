import type { CountedOrganization } from '../../../core/release/answers-of.ts';
import { type Atom, atomOf } from '../../../core/release/atom.ts';
import type { CountedNow, CountedPoll } from '../../../core/release/frozen-organizations.ts';
import { releaseRules } from '../../../core/release/release-rules.ts';
import type { CheckpointOrganization } from '../../../schemas/checkpoint.ts';

/** A definition of items by themselves, five levels, the default rules. */
export const definitionOf = (items: number, publishedAttributes: readonly string[] = []) => ({
  categories: [
    { id: 'all', items: Array.from({ length: items }, (_, item) => ({ id: `item-${item}` })) },
  ],
  minRespondents: 11,
  minOrganizations: 3,
  publishedAttributes: [...publishedAttributes],
});

/** The default rules: k = 11, three organizations. */
export const defaultRules = (attributes: readonly string[] = []) =>
  releaseRules(definitionOf(1, attributes));

/** An organization all of whose responses answer every item at the given levels' counts. */
export const tallyOf = (
  organization: string,
  counts: readonly (readonly number[])[],
  open = 0,
): CountedOrganization => ({
  organization,
  responses: Math.max(0, ...counts.map((levels) => levels.reduce((a, b) => a + b, 0))) + open,
  counts: counts.map((levels) => [...levels]),
});

/** Organizations `a`, `b`, ... with so many answers each to one item, at its highest level. */
export const answering = (...answers: readonly number[]): CountedOrganization[] =>
  answers.map((count, index) => tallyOf(String.fromCharCode(97 + index), [[0, 0, 0, 0, count]]));

/** A counted poll of some tallies; attributes and people served by organization. */
export const countedPoll = (
  tallies: readonly CountedOrganization[],
  known: Readonly<Record<string, Omit<CountedNow, 'tally'>>> = {},
  day = '2026-05-01',
): CountedPoll => ({
  poll: 'spring',
  day,
  organizations: tallies.map((tally) => ({ tally, attributes: {}, ...known[tally.organization] })),
});

/** An organization of a checkpoint: a tally with what it is known by. */
export const organizationOf = (
  tally: CountedOrganization,
  attributes: Readonly<Record<string, string>> = {},
  peopleServed?: number,
): CheckpointOrganization => ({
  ...tally,
  counts: tally.counts.map((levels) => [...levels]),
  attributes: { ...attributes },
  grewIn: [],
  ...(peopleServed === undefined ? {} : { peopleServed }),
});

/** An atom by region and setting, of organizations with so many answers each to one item. */
export const atomByRegion = (
  id: string,
  region: string,
  setting: string,
  ...answers: readonly number[]
): Atom =>
  atomOf(
    id,
    answers.map((count, index) =>
      organizationOf(tallyOf(`${id}-${index}`, [[0, 0, 0, 0, count]]), { region, setting }),
    ),
    ['region', 'setting'],
  );
