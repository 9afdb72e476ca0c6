import { describe, expect, it } from 'vitest';
import { feasibleBits } from '../../core/release/feasible-bits.ts';
import { releaseRules } from '../../core/release/release-rules.ts';
import { random } from './random.ts';
import { type Split, solveError, solveErrorOfParts } from './solve-error.ts';

const UNITS = 10;
const { errors } = releaseRules({
  minRespondents: 11,
  minOrganizations: 3,
  publishedAttributes: [],
});
/** Fewer bits than the rules ask for; more would take longer to try. */
const ENOUGH = 18;
const ENOUGH_OF_PARTS = 28;

/** A random poll of ten units of 11 to 40 answers, and how many bits are open of it. */
function randomPoll(seed: number, fewest: number, more: number) {
  const { below, chance } = random(seed);
  const sizes = Array.from({ length: UNITS }, () => 11 + below(30));
  const disagree = sizes.map(() => 0);
  const crowded = below(100) / 125;
  for (let left = fewest + below(more); left > 0; ) {
    const unit = chance(crowded) ? below(3) : below(UNITS);
    if ((disagree[unit] ?? 0) === sizes[unit]) continue;
    disagree[unit] = (disagree[unit] ?? 0) + 1;
    left -= 1;
  }
  const units = sizes.map((answers, unit): Split => ({ answers, disagree: disagree[unit] ?? 0 }));
  const forks = units.map(({ answers, disagree: first }) => ({ all: answers, first }));
  const { bits: all, withoutOne: bits } = feasibleBits(forks);
  return { units, all, bits };
}

const polls = (
  count: number,
  from: number,
  below: number,
  [fewest, more]: readonly [number, number],
) => {
  const found: (readonly Split[])[] = [];
  for (let seed = 1; found.length < count; seed += 1) {
    const { units, bits } = randomPoll(seed, fewest, more);
    if (bits >= from && bits < below) found.push(units);
  }
  return found;
};

describe('trying every way to spread ten units', { timeout: 300_000 }, () => {
  it(`tells no unit where ${ENOUGH} bits are open, and the rules ask for as many`, () => {
    expect(errors.bitsOfMetric + errors.margin).toBeGreaterThanOrEqual(ENOUGH);
    const solved = polls(8, ENOUGH, ENOUGH + 1, [15, 5]).map(solveError);
    console.log('just enough open, ways that fit:', solved.map(({ ways }) => ways).join(', '));
    expect(solved.filter(({ isSolved }) => isSolved)).toEqual([]);
  });

  it('tells units where much less is open', () => {
    const solved = polls(200, 8, 12, [4, 6]).map(solveError);
    const found = solved.filter(({ isSolved }) => isSolved).length;
    console.log(`much less open: a unit is told in ${found} of ${solved.length}`);
    expect(found).toBeGreaterThan(0);
  });
});

type Parts = readonly [readonly Split[], readonly Split[]];

/** Polls of two groups of ten units each, of which so many bits are open in all. */
const pollsOfParts = (
  count: number,
  [from, below]: readonly [number, number],
  [fewest, more]: readonly [number, number],
): readonly Parts[] => {
  const found: Parts[] = [];
  for (let seed = 1; found.length < count; seed += 1) {
    const [one, other] = [2 * seed, 2 * seed + 1].map((own) => randomPoll(own, fewest, more));
    if (!one || !other) continue;
    const known = Math.max(one.all - one.bits, other.all - other.bits);
    const open = one.all + other.all - known;
    if (open >= from && open < below) found.push([one.units, other.units]);
  }
  return found;
};

describe('trying every way to spread two groups of ten units, shown beside all of them', () => {
  it(`tells no unit where ${ENOUGH_OF_PARTS} bits are open, and the rules ask for as many`, () => {
    expect(3 * errors.bitsOfMetric + errors.margin).toBeGreaterThanOrEqual(ENOUGH_OF_PARTS);
    const solved = pollsOfParts(8, [ENOUGH_OF_PARTS, ENOUGH_OF_PARTS + 2], [9, 5]).map(
      solveErrorOfParts,
    );
    console.log('of two groups, ways of one that fit:', solved.map(({ ways }) => ways).join(', '));
    expect(solved.filter(({ isSolved }) => isSolved)).toEqual([]);
  });

  it('tells units by all three where neither group does by its own', () => {
    const all = pollsOfParts(60, [18, 24], [5, 5]);
    const apart = all.filter(
      ([one, other]) => solveError(one).isSolved || solveError(other).isSolved,
    );
    const together = all.filter((parts) => solveErrorOfParts(parts).isSolved);
    console.log(
      `much less open: told in ${apart.length} by one, in ${together.length} by all three`,
    );
    expect(apart.filter((one) => !together.includes(one))).toEqual([]);
    expect(together.length).toBeGreaterThan(apart.length);
  });
});
