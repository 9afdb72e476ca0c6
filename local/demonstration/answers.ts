import type { PollDefinition } from '../../schemas/poll.ts';
import type { Random } from './random.ts';

/** One person's answers: a level by item id; what is left open is not there. */
export type Answers = Readonly<Record<string, number>>;

/** Invents the answers of one more person of an organization. */
export type AnswerMaker = (organization: string) => Answers;

const OPEN_SHARE = 0.07;
const SPREAD = 1.1;

/**
 * People agree more with some items than with others, somewhat differently in each
 * organization, and now and then leave one open.
 */
export const createAnswerMaker = (definition: PollDefinition, random: Random): AnswerMaker => {
  const items = definition.categories.flatMap((category) => category.items.map(({ id }) => id));
  const appeal = items.map(() => 0.45 * random.deviate());
  const leanings = new Map<string, readonly number[]>();
  const leaningOf = (organization: string): readonly number[] => {
    const known = leanings.get(organization);
    if (known) return known;
    const leaning = appeal.map((common) => common + 0.3 * random.deviate());
    leanings.set(organization, leaning);
    return leaning;
  };
  const middle = (definition.levels + 1) / 2 + 0.7;
  const level = (leaning: number): number => {
    const felt = Math.round(middle + leaning + SPREAD * random.deviate());
    return Math.min(definition.levels, Math.max(1, felt));
  };
  return (organization) => {
    const leaning = leaningOf(organization);
    const certain = random.below(items.length);
    const all = items.map((id, index): readonly [string, number] | undefined =>
      random.fraction() >= OPEN_SHARE || index === certain
        ? [id, level(leaning[index] ?? 0)]
        : undefined,
    );
    return Object.fromEntries(all.filter((answer) => answer !== undefined));
  };
};
