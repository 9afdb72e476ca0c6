import type { CountComparison } from '../../local/demonstration/count-differences.ts';
import type { Counts } from '../../local/demonstration/journal.ts';
import type { Stored } from './compare-stored.ts';
import type { Disturbances } from './disturbances.ts';
import type { Killed } from './kill-now-and-then.ts';
import type { LoadSize } from './load-size.ts';
import { percentile } from './percentile.ts';
import type { BurstCounts } from './send-under-load.ts';

/** The most requests that may be at the gateway at once, for each takes a process there. */
export const MOST_AT_GATEWAY = 8;

/** What a run under load found. */
export type LoadOutcome = Disturbances & {
  readonly size: LoadSize;
  readonly counts: Counts;
  readonly bursts: BurstCounts;
  readonly mostAtOnce: number;
  readonly strays: number;
  readonly doubled: number;
  /** Processes that were killed while people answered, and from the close to the release. */
  readonly killed: Killed;
  readonly killedAtEnd: Killed;
  readonly restarts: number;
  readonly interimReleases: number;
  /** Milliseconds from a 2xx to the tally. */
  readonly tallied: readonly number[];
  readonly stored: Stored;
  readonly inForce: number;
  readonly published: number;
  /** How many items, and levels of each, there are to compare. */
  readonly items: number;
  readonly scale: number;
  readonly levels: CountComparison;
  readonly figures: CountComparison;
};

type Requirement = readonly [what: string, holds: (outcome: LoadOutcome) => boolean];

const REQUIREMENTS: readonly Requirement[] = [
  ['everybody answered', ({ counts, size }) => counts.respondents >= size.gateway + size.handlers],
  ['some were refused', ({ counts }) => counts.refused > 0],
  ['some had to send again', ({ counts }) => counts.retried > 0],
  ['late copies came', ({ strays }) => strays > 0],
  ['doubled records were counted', ({ doubled }) => doubled > 0],
  ['tallies raced', ({ lostRaces }) => lostRaces > 0],
  ['people came in bursts', ({ bursts }) => Object.values(bursts).every(cameInBursts)],
  ['at most 8 requests were at the gateway', ({ mostAtOnce }) => mostAtOnce <= MOST_AT_GATEWAY],
  ['processes were killed', ({ killed }) => wereKilled(killed)],
  ['processes were killed at the end', ({ killedAtEnd }) => wereKilled(killedAtEnd)],
  ['the emulator was restarted', ({ restarts }) => restarts === 1],
  ['two roll-ups ran at once', ({ rollUpsAtOnce }) => rollUpsAtOnce > 0],
  ['two seals ran at once', ({ sealsAtOnce }) => sealsAtOnce > 0],
  ['a release came in the middle', ({ interimReleases }) => interimReleases > 0],
  ['enough was measured', ({ tallied, size }) => tallied.length >= size.probes],
  ['every level was compared', ({ levels, items, scale }) => levels.compared === items * scale],
  ['figures were compared', ({ figures }) => figures.compared > 0],
  ['nothing was lost', ({ stored }) => stored.lost === 0],
  ['nothing was double', ({ stored }) => stored.extra === 0],
  ['all in force was published', ({ inForce, published }) => inForce > 0 && inForce === published],
  ['the levels are the same', ({ levels }) => levels.differences.length === 0],
  ['the figures are the same', ({ figures }) => figures.differences.length === 0],
];

const cameInBursts = ({ planned, seen }: { readonly planned: number; readonly seen: number }) =>
  planned > 0 && seen === planned;

const wereKilled = (killed: Killed): boolean =>
  Object.values(killed).length > 0 && Object.values(killed).every((count) => count > 0);

/**
 * What does not hold of a run: it is exact only if nothing was lost, nothing counted twice, and
 * all that should disturb it took place.
 */
export const unmetBy = (outcome: LoadOutcome): readonly string[] =>
  REQUIREMENTS.filter(([, holds]) => !holds(outcome)).map(([what]) => what);

/** The outcome in lines of text. */
export const tellOutcome = (outcome: LoadOutcome): readonly string[] => {
  const { counts, bursts, killed, killedAtEnd, tallied, stored, levels, figures } = outcome;
  const seconds = (share: number) => `${(percentile(tallied, share) / 1000).toFixed(1)} s`;
  const burstsOf = ({ seen, planned }: BurstCounts['gateway']) => `${seen} of ${planned} pauses`;
  return [
    `${counts.requests} requests answered: accepted ${counts.accepted}, refused as they had to be ${counts.refused}`,
    `in bursts: ${burstsOf(bursts.gateway)} kept at the gateway, ${burstsOf(bursts.handlers)} at the handlers; at most ${outcome.mostAtOnce} requests at the gateway at once`,
    `sent again after a failure ${counts.retried}, late copies ${outcome.strays}, doubled records of the stream counted ${outcome.doubled}`,
    `races for a tally lost and run again ${outcome.lostRaces}; roll-ups that met another ${outcome.rollUpsAtOnce}, seals ${outcome.sealsAtOnce}`,
    `killed while people answered: ${tellKilled(killed)}; from the close to the release: ${tellKilled(killedAtEnd)}`,
    `the emulator restarted ${outcome.restarts} times; interim releases on the way: ${outcome.interimReleases}`,
    `time to be tallied, kills and restart included: p50 ${seconds(0.5)}, p99 ${seconds(0.99)}, longest ${seconds(1)} (${tallied.length} measured)`,
    ...levels.differences,
    ...figures.differences,
    `published counts per level: ${levels.compared} compared, ${levels.differences.length} differ`,
    `published figures: ${figures.compared} compared, ${figures.differences.length} differ`,
    `in force ${outcome.inForce}, published ${outcome.published}, lost ${stored.lost}, double ${stored.extra}`,
    ...unmetBy(outcome).map((what) => `not so: ${what}`),
  ];
};

const tellKilled = (killed: Killed): string =>
  Object.entries(killed)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
