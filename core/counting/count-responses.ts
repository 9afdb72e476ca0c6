import type { Exclusion } from '../../schemas/exclusions.ts';
import type { StoredResponse } from '../../schemas/response.ts';
import type { Tally } from '../../schemas/tally.ts';
import type { PollShape } from './poll-shape.ts';

/** What counts of a response: not who, nor which revision. */
export type CountedResponse = Pick<StoredResponse, 'answers' | 'channel' | 'day'>;

/**
 * A stored response does not fit its poll, so its bucket cannot be counted. It is thrown, not
 * skipped: a count without it would be published as if it were whole.
 */
export class UncountableResponseError extends Error {
  override readonly name = 'UncountableResponseError';
}

/** A tally of no response: a zero for every level of every item. */
export const emptyTally = ({ items, levels }: PollShape): Tally => ({
  responses: 0,
  channels: {},
  counts: Array.from({ length: items }, () => new Array<number>(levels).fill(0)),
});

const OPEN = '-';

const countAnswers = (counts: number[][], answers: string): void => {
  if (answers.length !== counts.length) {
    throw new UncountableResponseError(
      `a response of ${answers.length} answers in a poll of ${counts.length} items`,
    );
  }
  counts.forEach((levels, item) => {
    const answer = answers.charAt(item);
    if (answer === OPEN) return;
    const level = Number(answer);
    const before = levels[level - 1];
    if (before === undefined) {
      throw new UncountableResponseError(`a response with a level outside 1 to ${levels.length}`);
    }
    levels[level - 1] = before + 1;
  });
};

const groupOf = ({ channel, day }: Exclusion): string => `${channel} ${day}`;

/** A count under way, and what it has come to. */
export type Count = {
  /** @throws UncountableResponseError where it has another number of items or another scale */
  readonly add: (response: CountedResponse) => void;
  readonly tally: Tally;
};

/**
 * Counts responses as they come: how many, through which channels, from which first to which last
 * day, and per item how many chose each level. Their order does not matter. Of those that are set
 * aside only the number is told, be it 0 of a list that is in force; nobody looks at their answers.
 *
 * @param exclusions which responses are set aside, by channel and day
 */
export const createCount = (shape: PollShape, exclusions: readonly Exclusion[] = []): Count => {
  const tally = emptyTally(shape);
  const excluded = new Set(exclusions.map(groupOf));
  if (excluded.size > 0) tally.setAside = 0;
  const add = (response: CountedResponse): void => {
    const { answers, channel, day } = response;
    if (excluded.has(groupOf(response))) {
      tally.setAside = (tally.setAside ?? 0) + 1;
      return;
    }
    countAnswers(tally.counts, answers);
    tally.responses += 1;
    tally.channels[channel] = (tally.channels[channel] ?? 0) + 1;
    if (tally.firstDay === undefined || day < tally.firstDay) tally.firstDay = day;
    if (tally.lastDay === undefined || day > tally.lastDay) tally.lastDay = day;
  };
  return { add, tally };
};
