import { decideFinal } from '../../../core/release/decide-final.ts';
import type { CountedNow } from '../../../core/release/frozen-organizations.ts';
import { releaseRules } from '../../../core/release/release-rules.ts';
import type { Report } from '../../../core/report/report.ts';
import { reportOf } from '../../../core/report/report-of.ts';
import { PollDefinition } from '../../../schemas/poll.ts';

/** A poll, and how many organizations of which size answered it. */
export type ReleaseOptions = {
  readonly organizations: number;
  readonly people: number;
  readonly regions?: number;
  readonly categories?: number;
  readonly items?: number;
  readonly levels?: number;
  readonly title?: (name: string) => string;
  readonly peopleServed?: boolean;
  readonly seed?: number;
  /** How many organizations have any answer to the first item; all unless given. */
  readonly answering?: number;
  /** How many are eight times as large, and want the items in the opposite order. */
  readonly large?: number;
};

const LARGER_TIMES = 8;

/** A small generator of equal numbers from 0 to 1 for equal seeds (mulberry32). */
export const randomFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The definition of a made-up poll with titles in two languages. */
export const aDefinition = (options: Omit<ReleaseOptions, 'organizations' | 'people'>) => {
  const { categories = 3, items = 4, levels = 5, regions = 0, title = (name) => name } = options;
  const titled = (name: string) => ({ en: title(name), es: title(`${name} (es)`) });
  return PollDefinition.parse({
    title: { en: 'Calls to Action', es: 'Llamados a la acción' },
    levels,
    categories: Array.from({ length: categories }, (_, category) => ({
      id: `category-${category + 1}`,
      title: titled(`Category ${category + 1}`),
      items: Array.from({ length: items }, (_item, item) => ({
        id: `item-${category + 1}-${item + 1}`,
        title: titled(`Item ${category + 1}.${item + 1}`),
      })),
    })),
    publishedAttributes: regions > 0 ? ['region'] : [],
  });
};

const countsOf = (people: number, levels: number, lean: number, random: () => number) => {
  const counts = new Array<number>(levels).fill(0);
  for (let person = 0; person < people; person += 1) {
    if (random() < 0.05) continue;
    const place = Math.floor(levels * random() ** lean);
    counts[Math.min(levels - 1, place)] = (counts[Math.min(levels - 1, place)] ?? 0) + 1;
  }
  return counts;
};

/** Made-up counts of every organization, the same for the same options. */
export const countedOrganizations = (
  definition: PollDefinition,
  options: ReleaseOptions,
): readonly CountedNow[] => {
  const { organizations, people, regions = 0, peopleServed = true, seed = 7 } = options;
  const { answering = organizations, large = 0 } = options;
  const random = randomFrom(seed);
  const items = definition.categories.flatMap((category) => category.items);
  return Array.from({ length: organizations }, (_, index): CountedNow => {
    const times = index < large ? LARGER_TIMES : 1;
    const responses = Math.max(0, times * Math.round(people * (0.5 + random())));
    const counts = items.map((_item, item) => {
      const people = item === 0 && index >= answering ? 0 : responses;
      const place = index < large ? items.length - 1 - item : item;
      return countsOf(people, definition.levels, 0.4 + place / items.length + random() / 4, random);
    });
    const name = String(index).padStart(4, '0');
    return {
      tally: { organization: `organization-${name}`, responses, counts },
      attributes: regions > 0 ? { region: `Region ${1 + (index % regions)}` } : {},
      ...(peopleServed && { peopleServed: 50 + Math.floor(random() * 500) }),
    };
  });
};

/** A final report of made-up answers that passed the release rules; none where they refuse it. */
export const aFinalReport = (options: ReleaseOptions): Report => {
  const definition = aDefinition(options);
  const rules = releaseRules(definition);
  const decision = decideFinal({
    sealed: {
      poll: 'calls-to-action',
      day: '2027-02-01',
      organizations: [...countedOrganizations(definition, options)],
    },
    items: definition.categories.reduce((all, { items }) => all + items.length, 0),
    rules,
  });
  if (decision.kind !== 'release') throw new Error(`not released: ${decision.kind}`);
  return reportOf({
    poll: 'calls-to-action',
    definition,
    number: 1,
    kind: 'final',
    leavesOutLateAnswers: decision.leavesOutLateAnswers,
    checkpoint: decision.released,
  });
};
