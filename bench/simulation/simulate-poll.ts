import type { Unit } from '../../core/ranking/ranking-input.ts';
import type { Random } from './random.ts';

/** What one simulated poll is drawn from. */
export type Design = {
  readonly organizations: number;
  /** Standard deviation of the logarithm of the sizes; 0 makes them equal. */
  readonly sizeSpread: number;
  readonly clusterCorrelation: number;
  /** Each item's chance of each level, over all organizations that could have taken part. */
  readonly truth: readonly (readonly number[])[];
};

const MEDIAN_SIZE = 40;
const PEOPLE_PER_RESPONSE = 10;
const OPEN = 0.1;

/**
 * Draws a poll's units. In each organization an item's chances are a Dirichlet draw about its
 * truth, with the concentration (1 - rho) / rho that makes the correlation of two people's
 * scores within an organization rho, whatever the score; one answer in ten is left open. Sizes
 * and people served are log-normal, each on its own, so every voice has the same truth.
 */
export function simulatePoll(design: Design, random: Random): readonly Unit[] {
  return Array.from({ length: design.organizations }, (_, index) => ({
    id: `o${index}`,
    organizations: 1,
    peopleServed: drawSize(MEDIAN_SIZE * PEOPLE_PER_RESPONSE, design.sizeSpread, random),
    counts: drawCounts(design, drawSize(MEDIAN_SIZE, design.sizeSpread, random), random),
  }));
}

const drawSize = (median: number, spread: number, random: Random): number =>
  Math.max(1, Math.round(median * Math.exp(spread * random.normal())));

function drawCounts(design: Design, size: number, random: Random): readonly (readonly number[])[] {
  const concentration = (1 - design.clusterCorrelation) / design.clusterCorrelation;
  return design.truth.map((chances) => {
    const gammas = chances.map((chance) => random.gamma(chance * concentration));
    const total = gammas.reduce((all, one) => all + one, 0);
    const counts = chances.map(() => 0);
    for (let person = 0; person < size; person += 1) {
      if (random.uniform() < OPEN) continue;
      const level = pick(gammas, random.uniform() * total);
      counts[level] = (counts[level] ?? 0) + 1;
    }
    return counts;
  });
}

/** The first level whose cumulated weight passes `target`. */
function pick(weights: readonly number[], target: number): number {
  let passed = 0;
  for (let level = 0; level < weights.length - 1; level += 1) {
    passed += weights[level] ?? 0;
    if (target < passed) return level;
  }
  return weights.length - 1;
}
