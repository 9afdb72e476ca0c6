type Deps = {
  readonly count: (metric: 'LostRaces', value: number) => void;
  readonly pause: (failedAttempts: number) => Promise<void>;
};

/** Counts a race for a tally that was lost, and waits before the next attempt. */
export const pauseAfterLostRace =
  ({ count, pause }: Deps): Deps['pause'] =>
  (failedAttempts) => {
    count('LostRaces', 1);
    return pause(failedAttempts);
  };
