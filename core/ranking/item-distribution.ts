import { agreementA } from './agreement-a.ts';
import { consensus } from './consensus.ts';
import { itemNonresponse } from './item-nonresponse.ts';

/** How the answers to one item spread over the levels, every answer counting once. */
export type ItemDistribution = {
  /** Answers at each level, from level 1 up. */
  readonly counts: readonly number[];
  readonly answers: number;
  readonly nonresponse: number | null;
  readonly consensus: number | null;
  readonly agreement: number | null;
};

/**
 * Describes one item's answers.
 *
 * @param counts answers at each level over all units
 * @param responses how many people responded to the poll, this item answered or left open
 */
export function describeItem(counts: readonly number[], responses: number): ItemDistribution {
  const answers = counts.reduce((all, count) => all + count, 0);
  return {
    counts,
    answers,
    nonresponse: itemNonresponse(answers, responses),
    consensus: consensus(counts),
    agreement: agreementA(counts),
  };
}
