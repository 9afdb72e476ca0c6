import { type Patience, until } from './in-time.ts';

/**
 * Has one person after the other answer in an organization that nobody else answers in, each
 * when the one before is tallied, until `isEnough`. Tells for each how long it took from the 2xx
 * to the tally, in milliseconds.
 *
 * @throws NotInTimeError where one is not tallied in time
 */
export const probeTallies = async (settings: {
  readonly submit: () => Promise<void>;
  /** How many of the organization's responses are tallied. */
  readonly tallied: () => number;
  readonly isEnough: () => boolean;
  readonly took: (ms: number) => void;
  readonly patience: Patience;
}): Promise<void> => {
  const { submit, tallied, isEnough, took, patience } = settings;
  for (let submitted = 1; !isEnough(); submitted++) {
    await submit();
    const begun = performance.now();
    const look = () => (tallied() >= submitted ? true : undefined);
    await until('The tally of a response', look, patience);
    took(performance.now() - begun);
  }
};
