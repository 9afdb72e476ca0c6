import type { Organizations } from '../../adapters/dynamodb/organizations.ts';
import type { Polls } from '../../adapters/dynamodb/polls.ts';
import type { Seals } from '../../adapters/dynamodb/seals.ts';
import type { Events } from '../../adapters/eventbridge/events.ts';
import type { RecountDeps } from '../../core/counting/recount-bucket.ts';
import type { SweepRequest } from '../../schemas/sweep.ts';
import type { Log } from '../middleware/logger.ts';

/** What the sweep adds to its metrics. */
export type SweepMetric = 'FinishedChecks' | 'DriftedBuckets' | 'BucketsSealedEarly';

/** A request that the sweep makes to itself, for later. */
export type LaterSweep = {
  /** The same name again moves the request that is there. */
  readonly name: string;
  readonly at: Date;
  readonly request: SweepRequest;
};

/** What the sweep needs. */
export type SweepDeps = RecountDeps & {
  readonly polls: Pick<Polls, 'get' | 'list'>;
  readonly organizations: Pick<Organizations, 'get' | 'list'>;
  readonly seals: Pick<Seals, 'get' | 'begin' | 'put'>;
  readonly events: Pick<Events, 'publish'>;
  readonly scheduleSweep: (later: LaterSweep) => Promise<void>;
  /** Asks for a roll-up of one poll, and does not wait for it. */
  readonly startRollUp: (poll: string) => Promise<void>;
  readonly now: () => Date;
  readonly logger: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly count: (metric: SweepMetric, value: number) => void;
  readonly graceSeconds: number;
  readonly recheckSeconds: number;
};

/** Buckets of one poll that are read or written at the same time. */
export const BUCKETS_AT_ONCE = 16;
