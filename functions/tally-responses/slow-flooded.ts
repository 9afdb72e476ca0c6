import type { Organizations } from '../../adapters/dynamodb/organizations.ts';
import { mostArrivals, SLOWING_WINDOW_SECONDS } from '../../core/collecting/slowing.ts';
import type { Recount } from '../../core/counting/recount-bucket.ts';
import type { Organization } from '../../schemas/organization.ts';
import type { Log } from '../middleware/logger.ts';
import { thrownError } from '../middleware/thrown-error.ts';
import type { Arrivals } from './arrivals.ts';

/** What slowing needs. */
export type SlowingDeps = {
  readonly arrivals: Arrivals;
  readonly organizations: Pick<Organizations, 'slow'>;
  readonly now: () => Date;
  readonly logger: Pick<Log, 'warn' | 'error'>;
  /** Adds to a metric. */
  readonly count: (metric: 'OrganizationsSlowed', value: number) => void;
};

const SECOND_MS = 1000;

const arrivedAt = (organization: string, recounts: readonly Recount[]): number =>
  recounts.reduce(
    (sum, recount) =>
      recount.kind === 'recounted' && recount.bucket.organization === organization
        ? sum + recount.arrived
        : sum,
    0,
  );

const slow = async (deps: SlowingDeps, poll: string, organization: string): Promise<void> => {
  const until = new Date(deps.now().getTime() + SLOWING_WINDOW_SECONDS * SECOND_MS);
  try {
    await deps.organizations.slow(poll, organization, until);
    deps.logger.warn('tally.slowed', { poll, organization, until: until.toISOString() });
    deps.count('OrganizationsSlowed', 1);
  } catch (error) {
    // The count is done and stands; the next batch of a flood tries again.
    deps.logger.error('tally.slow-failed', { poll, organization, error: thrownError(error) });
  }
};

/**
 * Looks at how many responses a batch brought, and has intake slow down for an organization with
 * more than `mostArrivals` of them within the window. Each response is told once, by whichever
 * count was written with it first, so a batch that comes again adds nothing.
 */
export const slowFlooded = async (
  deps: SlowingDeps,
  poll: string,
  organizations: readonly Organization[],
  recounts: readonly Recount[],
): Promise<void> => {
  for (const { id, expectedResponses } of organizations) {
    const arrived = arrivedAt(id, recounts);
    if (arrived === 0) continue;
    const lately = deps.arrivals.add(`${poll}#${id}`, arrived, deps.now());
    if (lately > mostArrivals(expectedResponses)) await slow(deps, poll, id);
  }
};
