import type { Organizations } from '../../adapters/dynamodb/organizations.ts';
import { arrivalsIn, newestChange } from '../../core/collecting/arrivals-in.ts';
import { mostArrivals, SLOWING_WINDOW_SECONDS } from '../../core/collecting/slowing.ts';
import type { Recount } from '../../core/counting/recount-bucket.ts';
import type { Organization } from '../../schemas/organization.ts';
import type { Log } from '../middleware/logger.ts';
import { thrownError } from '../middleware/thrown-error.ts';
import type { Arrivals } from './arrivals.ts';
import type { ChangedResponses } from './touched-buckets.ts';

/** What slowing needs. */
export type SlowingDeps = {
  readonly arrivals: Arrivals;
  readonly organizations: Pick<Organizations, 'slow'>;
  readonly now: () => Date;
  readonly logger: Pick<Log, 'warn' | 'error'>;
  /** Adds to a metric. */
  readonly count: (metric: 'OrganizationsSlowed', value: number) => void;
};

/** An organization whose responses changed, and when each did. */
export type Touched = {
  readonly organization: Organization;
  readonly changedAt: ChangedResponses;
};

const SECOND_MS = 1000;
const WINDOW_MS = SLOWING_WINDOW_SECONDS * SECOND_MS;

/** A flood is the news: it counts for the alarm also where nobody could be slowed down. */
const slow = async (deps: SlowingDeps, poll: string, organization: string): Promise<void> => {
  const until = new Date(deps.now().getTime() + WINDOW_MS);
  try {
    const { kind } = await deps.organizations.slow(poll, organization, until);
    if (kind === 'overtaken') return;
    deps.logger.warn('tally.slowed', { poll, organization, until: until.toISOString() });
  } catch (error) {
    // The count is done and stands; the next batch of a flood tries again.
    deps.logger.error('tally.slow-failed', { poll, organization, error: thrownError(error) });
  }
  deps.count('OrganizationsSlowed', 1);
};

/**
 * Looks at how many responses a batch brought, and has intake slow down for an organization with
 * more than `mostArrivals` of them within the window.
 */
export const slowFlooded = async (
  deps: SlowingDeps,
  poll: string,
  touched: readonly Touched[],
  recounts: readonly Recount[],
): Promise<void> => {
  for (const { organization, changedAt } of touched) {
    const { id, expectedResponses } = organization;
    const now = deps.now();
    const batch = { organization: id, changedAt };
    const arrived = arrivalsIn(batch, recounts, { now: now.getTime(), windowMs: WINDOW_MS });
    if (arrived === 0) continue;
    const newest = newestChange(batch, now.getTime());
    const lately = deps.arrivals.add(`${poll}#${id}`, { arrived, newest }, now);
    if (lately > mostArrivals(expectedResponses)) await slow(deps, poll, id);
  }
};
