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
