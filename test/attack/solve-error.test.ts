import { describe, expect, it } from 'vitest';
import { feasibleBits } from '../../core/release/feasible-bits.ts';
import { releaseRules } from '../../core/release/release-rules.ts';
import { random } from './random.ts';
import { type Split, solveError } from './solve-error.ts';

const UNITS = 10;
const { errors } = releaseRules({
  minRespondents: 11,
  minOrganizations: 3,
  publishedAttributes: [],
});
/** Fewer bits than the rules ask for; more would take longer to try. */
const ENOUGH = 18;

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
  return { units, bits: feasibleBits(forks).withoutOne };
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
