import { effectiveSampleSize } from '../../core/ranking/effective-sample-size.ts';
import type { Interval } from '../../core/ranking/interval.ts';
import { kishDegreesOfFreedom } from '../../core/ranking/kish-degrees-of-freedom.ts';
import { kornGraubardInterval } from '../../core/ranking/korn-graubard-interval.ts';
import { metricScores } from '../../core/ranking/metric-scores.ts';
import { rankPriorities } from '../../core/ranking/rank-priorities.ts';
import type { Unit } from '../../core/ranking/ranking-input.ts';
import type { GroupPlan } from '../../core/release/plan-group.ts';
import { orNull, roundError, roundEstimate } from '../../core/report/round.ts';
import type { Voice } from '../../schemas/poll.ts';
import type { Played } from './play-history.ts';
import { groupsOf, shownItems } from './published-fact.ts';

/** An organization whose count only one value agrees with, though the counts leave others open. */
export type EnumerationFinding = {
  readonly kind: 'enumeration';
  readonly item: number;
  readonly unit: string;
  /** How many units answered. */
  readonly units: number;
  readonly agreeing: number;
  readonly knowing: string | null;
};

/** How many groups' items were few enough to enumerate; some have figures beyond their counts. */
export type Enumerated = {
  readonly groups: number;
  readonly finding: EnumerationFinding | null;
};

/** What is known of one unit: how many answered, and by its weights. */
type Cluster = { readonly unit: Unit; readonly answers: number; readonly agreeing: number };

type Figure = {
  readonly voice: Voice;
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

const MOST_CASES = 3_000;

/**
 * Where the counts of a group leave few ways to spread those who agree (few units, or few people
 * of another mind among many), enumerates them all, and keeps those that give every published
 * estimate, error and interval, knowing one unit's own. The counts alone (how many agree of how
 * many) are the measure: what they leave open no other figure may decide.
 */
export function attackByEnumeration(played: Played): Enumerated {
  let groups = 0;
  const { items, levels } = played.world.shape;
  for (const { plan } of played.snapshots) {
    const published = groupsOf(plan);
    for (const group of published) {
      const rows = rankPriorities({
        levels,
        categories: [
          {
            id: 'all',
            items: Array.from({ length: items }, (_, item) => ({ id: `item-${item}` })),
          },
        ],
        ...group,
      });
      for (const item of shownItems(group, 'respondent', items)) {
        const clusters = clustersOf(group, item);
        if (casesOf(clusters) > MOST_CASES) continue;
        const figures = rows
          .filter(
            (row) => row.list === 'items' && row.metric === 'agree' && row.id === `item-${item}`,
          )
          .map(({ voice, ...row }) => ({ voice, ...asPublished(played, row) }));
        groups += 1;
        const found = enumerate(played, clusters, figures);
        if (found) return { groups, finding: { kind: 'enumeration', item, ...found } };
      }
    }
  }
  return { groups, finding: null };
}

type Unpublished = Omit<Figure, 'voice'>;

function asPublished({ unrounded }: Played, figure: Unpublished): Unpublished {
  const { estimate, standardError, low, high } = figure;
  if (unrounded) return { estimate, standardError, low, high };
  return {
    estimate: orNull(roundEstimate, estimate),
    standardError: orNull(roundError, standardError),
    low: orNull(roundEstimate, low),
    high: orNull(roundEstimate, high),
  };
}

function clustersOf({ units }: GroupPlan, item: number): readonly Cluster[] {
  return units.flatMap((unit) => {
    const levels = unit.counts[item] ?? [];
    const answers = levels.reduce((sum, one) => sum + one, 0);
    const agreeing = metricScores('agree', levels.length).reduce(
      (sum, agrees, level) => sum + agrees * (levels[level] ?? 0),
      0,
    );
    return answers > 0 ? [{ unit, answers, agreeing }] : [];
  });
}

/** In how many ways those who agree, or those who do not, can be spread as they are. */
function casesOf(clusters: readonly Cluster[]): number {
  const agreeing = clusters.reduce((sum, one) => sum + one.agreeing, 0);
  const rarer = Math.min(agreeing, clusters.reduce((sum, one) => sum + one.answers, 0) - agreeing);
  let ways = [1, ...new Array<number>(rarer).fill(0)];
  for (const { answers } of clusters) {
    let window = 0;
    ways = ways.map((one, total) => {
      window += one - (ways[total - answers - 1] ?? 0);
      return window;
    });
  }
  return ways[rarer] ?? 0;
}

function enumerate(
  played: Played,
  clusters: readonly Cluster[],
  figures: readonly Figure[],
): Omit<EnumerationFinding, 'kind' | 'item'> | null {
  if (figures.every(isOfCounts)) return null;
  const cases = [...solutions(clusters)];
  const agreed = cases.filter((agreeing) => agrees(played, clusters, agreeing, figures));
  for (const own of [null, ...clusters.keys()]) {
    const knows = (agreeing: readonly number[]) =>
      own === null || agreeing[own] === clusters[own]?.agreeing;
    const open = cases.filter(knows);
    const left = agreed.filter(knows);
    for (const [index, { unit, agreeing }] of clusters.entries()) {
      const values = (among: readonly (readonly number[])[]) =>
        new Set(among.map((one) => one[index])).size;
      if (index !== own && values(left) === 1 && values(open) > 1) {
        const knowing = own === null ? null : (clusters[own]?.unit.id ?? null);
        return { unit: unit.id, units: clusters.length, agreeing, knowing };
      }
    }
  }
  return null;
}

/** Whether a figure says no more than the counts. */
const isOfCounts = ({ voice, standardError }: Figure): boolean =>
  voice === 'respondent' && standardError === null;

/** Every way in which as many agree as agreed in all. */
function* solutions(clusters: readonly Cluster[]): Generator<readonly number[]> {
  const total = clusters.reduce((sum, { agreeing }) => sum + agreeing, 0);
  const rooms = clusters.map((_, index) =>
    clusters.slice(index + 1).reduce((sum, { answers }) => sum + answers, 0),
  );
  function* from(
    index: number,
    left: number,
    chosen: readonly number[],
  ): Generator<readonly number[]> {
    const cluster = clusters[index];
    if (!cluster) {
      if (left === 0) yield chosen;
      return;
    }
    const room = rooms[index] ?? 0;
    for (let one = Math.max(0, left - room); one <= Math.min(cluster.answers, left); one += 1) {
      yield* from(index + 1, left - one, [...chosen, one]);
    }
  }
  yield* from(0, total, []);
}

function agrees(
  played: Played,
  clusters: readonly Cluster[],
  agreeing: readonly number[],
  figures: readonly Figure[],
): boolean {
  return figures.every(({ voice, ...figure }) => {
    const weights = clusters.map(({ unit, answers }) => weightOf(unit, answers, voice));
    const means = clusters.map(({ answers }, index) => (agreeing[index] ?? 0) / answers);
    const whole = weights.reduce((sum, one) => sum + one, 0);
    const mean = means.reduce((sum, one, index) => sum + one * (weights[index] ?? 0), 0) / whole;
    const units = clusters.length;
    const squares = means.reduce(
      (sum, one, index) => sum + (((weights[index] ?? 0) * (one - mean)) / whole) ** 2,
      0,
    );
    const variance = (units / (units - 1)) * squares;
    const standardError = Math.sqrt(variance);
    const nothing = { low: null, high: null };
    const own = asPublished(played, { estimate: mean, standardError, ...nothing });
    if (!(same(figure.estimate, own.estimate) && same(figure.standardError, own.standardError))) {
      return false;
    }
    if (figure.low === null) return true;
    const interval = intervalOf(mean, variance, weights, clusters);
    const ends = asPublished(played, { estimate: null, standardError: null, ...interval });
    return same(figure.low, ends.low) && same(figure.high, ends.high);
  });
}

function intervalOf(
  mean: number,
  variance: number,
  weights: readonly number[],
  clusters: readonly Cluster[],
): Interval {
  const df = kishDegreesOfFreedom(Float64Array.from(weights)) ?? 1;
  const answers = clusters.reduce((sum, one) => sum + one.answers, 0);
  const share = Math.min(1, Math.max(0, mean));
  return kornGraubardInterval(share, effectiveSampleSize(share, variance, answers, df));
}

const same = (published: number | null, own: number | null): boolean =>
  published === null || own === null || Math.abs(published - own) < 1e-9;

function weightOf(unit: Unit, answers: number, voice: Voice): number {
  if (voice === 'respondent') return answers;
  return voice === 'organization' ? unit.organizations : (unit.peopleServed ?? 0);
}
