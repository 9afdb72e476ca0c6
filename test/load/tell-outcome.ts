import type { CountComparison } from '../../local/demonstration/count-differences.ts';
import type { Counts } from '../../local/demonstration/journal.ts';
import type { Stored } from './compare-stored.ts';
import type { Killed } from './kill-now-and-then.ts';
import { percentile } from './probe-tallies.ts';

/** What a run under load found. */
export type LoadOutcome = {
  readonly counts: Counts;
  readonly strays: number;
  readonly doubled: number;
  readonly killed: Killed;
  readonly interimReleases: number;
  /** Milliseconds from a 2xx to the tally. */
  readonly tallied: readonly number[];
  readonly stored: Stored;
  readonly inForce: number;
  readonly published: number;
  readonly levels: CountComparison;
  readonly figures: CountComparison;
};

/** What was done beside sending. */
export type Sent = Pick<LoadOutcome, 'strays' | 'doubled' | 'killed' | 'tallied'>;

/** Whether nothing was lost and nothing counted twice, and what should disturb it took place. */
export const isExact = ({
  stored,
  inForce,
  published,
  levels,
  figures,
  killed,
  interimReleases,
}: LoadOutcome): boolean =>
  Object.values(killed).every((count) => count > 0) &&
  interimReleases > 0 &&
  stored.lost === 0 &&
  stored.extra === 0 &&
  inForce === published &&
  levels.differences.length === 0 &&
  figures.differences.length === 0;

/** The outcome in lines of text. */
export const tellOutcome = (outcome: LoadOutcome): readonly string[] => {
  const { counts, killed, tallied, stored, levels, figures } = outcome;
  const seconds = (share: number) => `${(percentile(tallied, share) / 1000).toFixed(1)} s`;
  return [
    `${counts.requests} requests answered: accepted ${counts.accepted}, refused as they had to be ${counts.refused}`,
    `sent again after a failure ${counts.retried}, late copies ${outcome.strays}, doubled records of the stream ${outcome.doubled}`,
    `killed: ${killed.handlers} handler processes, ${killed.functions} function processes; the emulator restarted once`,
    `interim releases on the way: ${outcome.interimReleases}`,
    `time to be tallied, kills and restart included: p50 ${seconds(0.5)}, p99 ${seconds(0.99)} (${tallied.length} probes)`,
    ...levels.differences,
    ...figures.differences,
    `published counts per level: ${levels.compared} compared, ${levels.differences.length} differ`,
    `published figures: ${figures.compared} compared, ${figures.differences.length} differ`,
    `in force ${outcome.inForce}, published ${outcome.published}, lost ${stored.lost}, double ${stored.extra}`,
  ];
};
