import { tallyResponses } from '../../../functions/tally-responses/tally-responses.ts';
import { type CountingWorld, countingDeps, type Gate } from '../counting-world.ts';

/** Hands records of the stream to the function that tallies, over a world in memory. */
export const tally = (world: CountingWorld, records: readonly unknown[], gate?: Gate) =>
  tallyResponses(countingDeps(world, gate), { Records: records });
