import type { Fork } from './feasible-bits.ts';
import type { FormedUnit } from './form-units.ts';

/** Which levels' people stand at a fork, and which of them take the first way; from 0. */
export type Parting = { readonly of: readonly number[]; readonly first: readonly number[] };

/** An item's forks by the metric that is the first to tell their ways apart. */
export type Partings = Readonly<Record<'agree' | 'net' | 'mean', readonly Parting[]>>;

/**
 * The answers to an item as a chain of forks: who agrees, who of the others is neutral, and on
 * which level each is. `agree` depends on the first alone, `net` on the second, too, `mean` on all.
 */
export function partingsOf(levels: number): Partings {
  const { disagree, neutral, agree } = sidesOf(levels);
  const rest = [...neutral, ...disagree];
  return {
    agree: [{ of: [...agree, ...rest], first: agree }],
    net: neutral.length > 0 ? [{ of: rest, first: neutral }] : [],
    mean: [...oneByOne(agree), ...oneByOne(disagree)],
  };
}

/**
 * The sets of people whose share follows from estimates by several metrics of one voice: those
 * who disagree, those in the middle; and those who stand beside the commonest level of each side,
 * because of three levels, one of each side and the middle, the estimates can be made the same.
 *
 * @param counts an item's answers at each level, over all units
 */
export function setsByDifference(counts: readonly number[]): readonly Parting[] {
  const { disagree, neutral, agree } = sidesOf(counts.length);
  const of = counts.map((_, level) => level);
  const commonest = (side: readonly number[]) =>
    side.reduce((best, level) => ((counts[level] ?? 0) > (counts[best] ?? 0) ? level : best));
  const common = new Set([commonest(disagree), ...neutral, commonest(agree)]);
  return [disagree, neutral, of.filter((level) => !common.has(level))]
    .filter((first) => first.length > 0)
    .map((first) => ({ of, first }));
}

/** Some units' people at a fork of an item; without the units that have none there. */
export const forksAt = (
  units: readonly Pick<FormedUnit, 'counts'>[],
  item: number,
  { of, first }: Parting,
): readonly Fork[] =>
  units
    .map(({ counts }) => ({
      all: answersAt(counts[item], of),
      first: answersAt(counts[item], first),
    }))
    .filter(({ all }) => all > 0);

function answersAt(counts: readonly number[] | undefined, levels: readonly number[]): number {
  let answers = 0;
  levels.forEach((level) => {
    answers += counts?.[level] ?? 0;
  });
  return answers;
}

/** The levels, from 0, on either side of the middle and in it. */
function sidesOf(levels: number) {
  const all = Array.from({ length: levels }, (_, level) => level);
  const middle = (levels - 1) / 2;
  return {
    disagree: all.filter((level) => level < middle),
    neutral: all.filter((level) => level === middle),
    agree: all.filter((level) => level > middle),
  };
}

const oneByOne = (levels: readonly number[]): readonly Parting[] =>
  levels
    .slice(1)
    .map((_, index) => ({ of: levels.slice(index), first: levels.slice(index, index + 1) }));
