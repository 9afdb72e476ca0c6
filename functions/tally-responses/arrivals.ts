/** Some responses that arrived, by the newest change, in milliseconds since 1970, among them. */
export type Arrived = { readonly arrived: number; readonly newest: number };

/** How many responses arrived of late, by organization. */
export type Arrivals = {
  /** Adds some, counted now, and tells how many arrived within a window that ends with them. */
  readonly add: (organization: string, batch: Arrived, now: Date) => number;
};

type Remembered = Arrived & { readonly countedAt: number };

/**
 * Remembers arrivals for as long as the window, in this process alone: a time finer than a day
 * is written nowhere beside a response. A worker so sees what it counted itself, which is at
 * least its batch; others that count the same organization see their own share.
 *
 * What is added together was also changed within one window: counting that has lagged behind
 * works off in minutes what came over hours.
 */
export const createArrivals = ({ windowMs }: { readonly windowMs: number }): Arrivals => {
  const recent = new Map<string, readonly Remembered[]>();
  const forgetOld = (now: number): void => {
    for (const [organization, batches] of recent) {
      const left = batches.filter(({ countedAt }) => now - countedAt < windowMs);
      if (left.length === 0) recent.delete(organization);
      else recent.set(organization, left);
    }
  };
  return {
    add: (organization, { arrived, newest }, now) => {
      const countedAt = now.getTime();
      forgetOld(countedAt);
      const batches = [...(recent.get(organization) ?? []), { arrived, newest, countedAt }];
      recent.set(organization, batches);
      return batches
        .filter((batch) => batch.newest <= newest && newest - batch.newest < windowMs)
        .reduce((sum, batch) => sum + batch.arrived, 0);
    },
  };
};
