/** How many responses arrived of late, by organization. */
export type Arrivals = {
  /** Adds some that arrived now, and tells how many arrived within the window, these included. */
  readonly add: (organization: string, arrived: number, now: Date) => number;
};

type Batch = { readonly at: number; readonly arrived: number };

const sumOf = (batches: readonly Batch[]): number =>
  batches.reduce((sum, { arrived }) => sum + arrived, 0);

/**
 * Remembers arrivals for as long as the window, in this process alone: a time finer than a day
 * is written nowhere beside a response. A worker so sees what it counted itself, which is at
 * least its batch; others that count the same organization see their own share.
 */
export const createArrivals = ({ windowMs }: { readonly windowMs: number }): Arrivals => {
  const recent = new Map<string, readonly Batch[]>();
  const forgetOld = (now: number): void => {
    for (const [organization, batches] of recent) {
      const left = batches.filter(({ at }) => now - at < windowMs);
      if (left.length === 0) recent.delete(organization);
      else recent.set(organization, left);
    }
  };
  return {
    add: (organization, arrived, now) => {
      forgetOld(now.getTime());
      const batches = [...(recent.get(organization) ?? []), { at: now.getTime(), arrived }];
      recent.set(organization, batches);
      return sumOf(batches);
    },
  };
};
