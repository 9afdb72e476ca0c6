import { rankPriorities } from '../../core/ranking/rank-priorities.ts';
import type { Unit } from '../../core/ranking/ranking-input.ts';
import type { GroupPlan } from '../../core/release/plan-group.ts';
import { roundError, roundEstimate } from '../../core/report/round.ts';
import type { Voice } from '../../schemas/poll.ts';
import type { Played } from './play-history.ts';
import { groupsOf, shownItems } from './published-fact.ts';

/** An organization whose count only one value agrees with, though the counts leave others open. */
export type EnumerationFinding = {
  readonly kind: 'enumeration';
  readonly item: number;
  readonly unit: string;
  readonly agreeing: number;
  readonly knowing: string | null;
};

/** How many groups were small enough to enumerate. */
export type Enumerated = { readonly groups: number; readonly finding: EnumerationFinding | null };

/** What is known of one unit: how many answered, and by its weights. */
type Cluster = { readonly unit: Unit; readonly answers: number; readonly agreeing: number };

type Figure = {
  readonly voice: Voice;
  readonly estimate: number | null;
  readonly standardError: number | null;
};

const MOST_UNITS = 6;
const MOST_CASES = 3_000;

/**
 * In groups of at most six units, and in what is left of a group without another, enumerates the
 * numbers of people who agree, unit by unit, that give every published estimate and error, knowing
 * one unit's own. The counts alone (how many agree of how many) are the measure: what they leave
 * open no estimate or error may decide.
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
        if (clusters.length > MOST_UNITS || casesOf(clusters) > MOST_CASES) continue;
        const figures = rows
          .filter(
            (row) => row.list === 'items' && row.metric === 'agree' && row.id === `item-${item}`,
          )
          .map(({ voice, estimate, standardError }) => ({
            voice,
            estimate: rounded(played, estimate, roundEstimate),
            standardError: rounded(played, standardError, roundError),
          }));
        groups += 1;
        const found = enumerate(played, clusters, figures);
        if (found) return { groups, finding: { kind: 'enumeration', item, ...found } };
      }
    }
  }
  return { groups, finding: null };
}

const rounded = (
  { unrounded }: Played,
  value: number | null,
  round: (value: number) => number,
): number | null => (value === null || unrounded ? value : round(value));

function clustersOf({ units }: GroupPlan, item: number): readonly Cluster[] {
  return units.flatMap((unit) => {
    const levels = unit.counts[item] ?? [];
    const answers = levels.reduce((sum, one) => sum + one, 0);
    return answers > 0 ? [{ unit, answers, agreeing: levels.at(-1) ?? 0 }] : [];
  });
}

const casesOf = (clusters: readonly Cluster[]): number =>
  clusters.slice(1).reduce((product, { answers }) => product * (answers + 1), 1);

function enumerate(
  played: Played,
  clusters: readonly Cluster[],
  figures: readonly Figure[],
): Omit<EnumerationFinding, 'kind' | 'item'> | null {
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
        return { unit: unit.id, agreeing, knowing };
      }
    }
  }
  return null;
}

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
  return figures.every(({ voice, estimate, standardError }) => {
    const weights = clusters.map(({ unit, answers }) => weightOf(unit, answers, voice));
    const means = clusters.map(({ answers }, index) => (agreeing[index] ?? 0) / answers);
    const whole = weights.reduce((sum, one) => sum + one, 0);
    const mean = means.reduce((sum, one, index) => sum + one * (weights[index] ?? 0), 0) / whole;
    const units = clusters.length;
    const squares = means.reduce(
      (sum, one, index) => sum + (((weights[index] ?? 0) * (one - mean)) / whole) ** 2,
      0,
    );
    const error = Math.sqrt((units / (units - 1)) * squares);
    return (
      same(estimate, rounded(played, mean, roundEstimate)) &&
      (standardError === null || same(standardError, rounded(played, error, roundError)))
    );
  });
}

const same = (published: number | null, own: number | null): boolean =>
  published === null || own === null || Math.abs(published - own) < 1e-12;

function weightOf(unit: Unit, answers: number, voice: Voice): number {
  if (voice === 'respondent') return answers;
  return voice === 'organization' ? unit.organizations : (unit.peopleServed ?? 0);
}
