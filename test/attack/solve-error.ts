import { effectiveSampleSize } from '../../core/ranking/effective-sample-size.ts';
import { kishDegreesOfFreedom } from '../../core/ranking/kish-degrees-of-freedom.ts';
import { kornGraubardInterval } from '../../core/ranking/korn-graubard-interval.ts';
import { tInterval } from '../../core/ranking/t-interval.ts';
import { roundError, roundEstimate } from '../../core/report/round.ts';

/** A unit: how many answered, and how many of them disagree; the others agree. */
export type Split = { readonly answers: number; readonly disagree: number };

/** Whether an item's error in the respondents' voice tells a unit's number, and how many fit it. */
export type Solved = { readonly ways: number; readonly isSolved: boolean };

type Figures = (squares: number) => string;

/**
 * Tries every way to spread those who disagree over the units, and keeps those that give every
 * error and interval that is published: of the share who agree, and, nobody being neutral, of
 * what they are more. Solved is the item where someone who knows one unit is left with a single
 * number of another.
 */
export function solveError(units: readonly Split[]): Solved {
  const answers = units.reduce((sum, one) => sum + one.answers, 0);
  const disagree = units.reduce((sum, one) => sum + one.disagree, 0);
  const share = disagree / answers;
  const expected = units.map((one) => share * one.answers);
  const squareOf = (unit: number, number: number) => (number - (expected[unit] ?? 0)) ** 2;
  const figures = figuresOf(units, share);
  const own = units.reduce((sum, one, unit) => sum + squareOf(unit, one.disagree), 0);
  const [least, most] = [-1, 1].map((way) => furthest(own, way, figures)) as [number, number];
  const seen = units.map(() => units.map(() => new Set<number>()));
  const chosen = units.map(() => 0);
  let ways = 0;
  const keep = () => {
    ways += 1;
    for (const [known, { disagree: its }] of units.entries()) {
      if (chosen[known] !== its || its === disagree) continue;
      for (const [unit, number] of chosen.entries()) seen[known]?.[unit]?.add(number);
    }
  };
  const choose = (unit: number, left: number, squares: number): void => {
    if (squares > most) return;
    const room = units[unit]?.answers ?? 0;
    if (unit === units.length - 1) {
      const total = squares + squareOf(unit, left);
      chosen[unit] = left;
      if (left <= room && total >= least && total <= most) keep();
      return;
    }
    for (let number = 0; number <= Math.min(room, left); number += 1) {
      chosen[unit] = number;
      choose(unit + 1, left - number, squares + squareOf(unit, number));
    }
  };
  choose(0, disagree, 0);
  const isSolved = seen.some((of, known) =>
    of.some((numbers, unit) => unit !== known && numbers.size === 1),
  );
  return { ways, isSolved };
}

/** A way to spread a part's people: its numbers, and their squares around the share of all. */
type Way = { readonly numbers: readonly number[]; readonly squares: number };

/**
 * Tries every way to spread those who disagree over the units of two groups, both of which show
 * their errors and intervals beside those of all units together. Each group's ways are tried by
 * its own figures; those that are left have to find one of the other group with which the figures
 * of all come out. Solved as in {@link solveError}.
 */
export function solveErrorOfParts(parts: readonly [readonly Split[], readonly Split[]]): Solved {
  const all = parts.flat();
  const share = shareOf(all);
  const squaresOf = (units: readonly Split[], numbers: readonly number[]) =>
    squaresAround(share, units, numbers);
  const own = squaresOf(
    all,
    all.map(({ disagree }) => disagree),
  );
  const figures = figuresOf(all, share);
  const range = [-1, 1].map((way) => furthest(own, way, figures)) as [number, number];
  const kept = parts.map((units) =>
    waysOfPart(units).map((numbers): Way => ({ numbers, squares: squaresOf(units, numbers) })),
  );
  const [first = [], second = []] = kept;
  const [one, other] = [withPartner(first, second, range), withPartner(second, first, range)];
  const isSolved = [
    isToldWithin(parts[0], one),
    isToldWithin(parts[1], other),
    isToldAcross(parts[0], one, parts[1], second, range),
    isToldAcross(parts[1], other, parts[0], first, range),
  ].includes(true);
  return { ways: one.length, isSolved };
}

const shareOf = (units: readonly Split[]): number =>
  units.reduce((sum, one) => sum + one.disagree, 0) /
  units.reduce((sum, one) => sum + one.answers, 0);

const squaresAround = (
  share: number,
  units: readonly Split[],
  numbers: readonly number[],
): number =>
  units.reduce((sum, { answers }, unit) => sum + ((numbers[unit] ?? 0) - share * answers) ** 2, 0);

/** The ways to spread a part's people that give its own figures. */
function waysOfPart(units: readonly Split[]): readonly (readonly number[])[] {
  const share = shareOf(units);
  const figures = figuresOf(units, share);
  const own = squaresAround(
    share,
    units,
    units.map(({ disagree }) => disagree),
  );
  const [least, most] = [-1, 1].map((way) => furthest(own, way, figures)) as [number, number];
  const chosen = units.map(() => 0);
  const ways: (readonly number[])[] = [];
  const choose = (unit: number, left: number, squares: number): void => {
    if (squares > most) return;
    const answers = units[unit]?.answers ?? 0;
    const isLast = unit === units.length - 1;
    for (let number = isLast ? left : 0; number <= Math.min(answers, left); number += 1) {
      chosen[unit] = number;
      const total = squares + (number - share * answers) ** 2;
      if (!isLast) choose(unit + 1, left - number, total);
      else if (total >= least && total <= most) ways.push([...chosen]);
    }
  };
  choose(
    0,
    units.reduce((sum, one) => sum + one.disagree, 0),
    0,
  );
  return ways;
}

/** The ways of one part with which some of the other's give the figures of all. */
function withPartner(
  ways: readonly Way[],
  others: readonly Way[],
  [least, most]: readonly [number, number],
): readonly Way[] {
  const sorted = others.map(({ squares }) => squares).sort((a, b) => a - b);
  return ways.filter(({ squares }) => {
    const next = sorted[firstAtLeast(sorted, least - squares)];
    return next !== undefined && next <= most - squares;
  });
}

/** The place of the first number that is not smaller; the length where there is none. */
function firstAtLeast(sorted: readonly number[], number: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((sorted[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Whether someone who knows one unit of a part is left with one number of another unit of it. */
const isToldWithin = (units: readonly Split[], ways: readonly Way[]): boolean =>
  units.some((known, at) => {
    const left = ways.filter(({ numbers }) => numbers[at] === known.disagree);
    return units.some((_, unit) => unit !== at && isOne(left, unit));
  });

/** Whether someone who knows a unit of one part is left with one number of a unit of the other. */
const isToldAcross = (
  units: readonly Split[],
  ways: readonly Way[],
  others: readonly Split[],
  ofOthers: readonly Way[],
  range: readonly [number, number],
): boolean =>
  units.some((known, at) => {
    const knowing = ways.filter(({ numbers }) => numbers[at] === known.disagree);
    const left = withPartner(ofOthers, knowing, range);
    return others.some((_, unit) => isOne(left, unit));
  });

const isOne = (ways: readonly Way[], unit: number): boolean =>
  ways.every(({ numbers }) => numbers[unit] === ways[0]?.numbers[unit]);

/** Everything published that depends on how widely the units are spread. */
function figuresOf(units: readonly Split[], disagree: number): Figures {
  const answers = units.reduce((sum, one) => sum + one.answers, 0);
  const df = kishDegreesOfFreedom(Float64Array.from(units, (unit) => unit.answers)) ?? 1;
  return (squares) => {
    const variance = ((squares / answers ** 2) * units.length) / (units.length - 1);
    const error = Math.sqrt(variance);
    const agree = 1 - disagree;
    const share = kornGraubardInterval(agree, effectiveSampleSize(agree, variance, answers, df));
    const net = tInterval(2 * agree - 1, 2 * error, df, { low: -1, high: 1 });
    const ends = [share.low, share.high, net?.low ?? 0, net?.high ?? 0].map(roundEstimate);
    return [roundError(error), roundError(2 * error), ...ends].join();
  };
}

/** How far the squares can move one way while every figure stays as it is. */
function furthest(own: number, way: number, figures: Figures): number {
  const published = figures(own);
  let same = 0;
  let other = own;
  for (let step = 0; step < 50; step += 1) {
    const middle = (same + other) / 2;
    if (figures(own + way * middle) === published) same = middle;
    else other = middle;
  }
  return own + way * (same + 1e-9);
}
