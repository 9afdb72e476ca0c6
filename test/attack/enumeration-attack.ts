import { rankPriorities } from '../../core/ranking/rank-priorities.ts';
import type { Unit } from '../../core/ranking/ranking-input.ts';
import type { GroupPlan } from '../../core/release/plan-group.ts';
import {
  asPublished,
  type Columns,
  type Figure,
  givesFigure,
  isOfCounts,
  seesColumns,
} from './guessed-figures.ts';
import type { Played } from './play-history.ts';
import { groupsOf, type PublishedSnapshot, shownItems } from './published-fact.ts';
import { type Constraint, MOST_TABLES, type Problem, solveTables } from './solve-tables.ts';
import { mostTables, type Table } from './tables.ts';

/** What is taken together: one group's figures, those of all groups of a release, or two releases. */
export type Sight = 'group' | 'groups' | 'releases';

/** How finely answers are told apart: who agrees; the two sides and the middle; every level. */
export type Grain = 'agree' | 'sides' | 'levels';

/** A unit of which only one number fits, though the counts leave others open. */
export type EnumerationFinding = {
  readonly kind: 'enumeration';
  readonly item: number;
  readonly sight: Sight;
  readonly grain: Grain;
  readonly unit: string;
  /** How many units answered. */
  readonly units: number;
  readonly knowing: string | null;
};

/** What could be enumerated, and what came of it. */
export type Enumerated = {
  /** Of how many items of groups the counts leave few ways. */
  readonly few: number;
  /** How many were tried that show more than counts and of which the counts leave something open. */
  readonly tried: Readonly<Record<Sight, number>>;
  /** One an item at most: what the narrowest sight and the coarsest grain tell. */
  readonly findings: readonly EnumerationFinding[];
};

/** A group's item: its figures and its counts. */
type Shown = { readonly group: GroupPlan; readonly figures: readonly Figure[] };

/**
 * Where counts leave few ways to spread an item's answers over the units (few units, or few people
 * of another mind among many), enumerates them all, and keeps those that give every published
 * estimate, error and interval, in every voice and by every metric that the grain can tell,
 * knowing one unit's own. The counts are the measure: what they leave open no other figure may
 * decide. The attacker is given the counts of every part that the groups of a release tell apart,
 * and, of two releases between which nobody changed or withdrew, that nobody did.
 */
export function attackByEnumeration(played: Played): Enumerated {
  const { items, levels } = played.world.shape;
  const tried = { group: 0, groups: 0, releases: 0 };
  const findings: EnumerationFinding[] = [];
  const grains = grainsOf(levels);
  const snapshots = played.snapshots.map((snapshot) => shownIn(played, snapshot));
  let few = 0;
  for (let item = 0; item < items; item += 1) {
    const releases = snapshots.map((shown) => shown.flatMap((ofItem) => ofItem(item) ?? []));
    few += releases.flat().filter(({ group }) => isFew(group, item, grains)).length;
    for (const { sight, grain, units, problem } of problemsOf(played, releases, item, grains)) {
      if (problem.blocks.every((block) => mostTables(block) === 1)) continue;
      const solution = solveTables(problem);
      if (solution.kind === 'too-many-ways') continue;
      tried[sight] += 1;
      const { told } = solution;
      if (told === null) continue;
      findings.push({
        ...{ kind: 'enumeration', item, sight, grain },
        unit: units[told.unit]?.id ?? '',
        units: units.filter((unit) => answersOf(unit, item) > 0).length,
        knowing: told.own === null ? null : (units[told.own]?.id ?? null),
      });
      break;
    }
  }
  return { few, tried, findings };
}

type Grained = readonly (readonly [Grain, Columns])[];

const isFew = ({ units }: GroupPlan, item: number, [coarsest]: Grained): boolean =>
  coarsest !== undefined && mostTables(tableOf(units, item, coarsest[1])) <= MOST_TABLES;

/** The columns of each grain, without those that tell no more than a coarser one. */
function grainsOf(levels: number): Grained {
  const all = Array.from({ length: levels }, (_, level) => level);
  const middle = (levels - 1) / 2;
  const agree = all.filter((level) => level > middle);
  const disagree = all.filter((level) => level < middle);
  const neutral = all.filter((level) => level === middle);
  return [
    ['agree', [[...disagree, ...neutral], agree]],
    ...(neutral.length > 0 ? ([['sides', [disagree, neutral, agree]]] as const) : []),
    ...(levels > 3 ? ([['levels', all.map((level) => [level])]] as const) : []),
  ];
}

/** The groups of a release, each as a function of the item; none where it is withheld. */
function shownIn(
  { world, unrounded }: Played,
  { plan }: PublishedSnapshot,
): readonly ((item: number) => Shown | null)[] {
  const { items, levels } = world.shape;
  const ids = Array.from({ length: items }, (_, index) => ({ id: `item-${index}` }));
  return groupsOf(plan).map((group) => {
    const categories = [{ id: 'all', items: ids }];
    const rows = rankPriorities({ levels, categories, ...group });
    const shown = shownItems(group, 'respondent', items);
    return (item) => {
      if (!shown.includes(item)) return null;
      const figures = rows
        .filter(({ list, id }) => list === 'items' && id === `item-${item}`)
        .map((row) => ({ voice: row.voice, metric: row.metric, ...asPublished(row, unrounded) }));
      return { group, figures };
    };
  });
}

type Attempt = {
  readonly sight: Sight;
  readonly grain: Grain;
  readonly units: readonly Unit[];
  readonly problem: Problem;
};

/** What there is to try of an item: the narrowest sight first, and the coarsest grain of each. */
function* problemsOf(
  played: Played,
  releases: readonly (readonly Shown[])[],
  item: number,
  grains: Grained,
): Generator<Attempt> {
  for (const shown of releases.flat().filter(saysMore)) {
    for (const [grain, columns] of grains) yield ofGroup(played, shown, { item, grain, columns });
  }
  for (const shown of releases.filter((some) => some.length > 1 && some.some(saysMore))) {
    for (const [grain, columns] of grains) yield* ofGroups(played, shown, { item, grain, columns });
  }
  const statewide = releases.flatMap(([first]) => (first && saysMore(first) ? [first] : []));
  for (const [place, later] of statewide.entries()) {
    for (const earlier of statewide.slice(0, place)) {
      for (const [grain, columns] of grains) {
        yield* ofReleases(played, [earlier, later], { item, grain, columns });
      }
    }
  }
}

/** Which item is looked at, and how finely. */
type Look = { readonly item: number; readonly grain: Grain; readonly columns: Columns };

function ofGroup(played: Played, shown: Shown, look: Look): Attempt {
  const { units } = shown.group;
  const blocks = [tableOf(units, look.item, look.columns)];
  const constraints = constraintsOf(played, shown, { units, blocks: [0], ...look });
  return { sight: 'group', grain: look.grain, units, problem: { blocks, constraints } };
}

function* ofGroups(played: Played, shown: readonly Shown[], look: Look): Generator<Attempt> {
  const units = shown[0]?.group.units ?? [];
  const cells = cellsOf(shown, units);
  const blocks = cells.map((cell) => tableOf(units, look.item, look.columns, cell));
  const constraints = shown.flatMap((one) =>
    constraintsOf(played, one, { units, blocks: placesOf(one, cells), ...look }),
  );
  yield { sight: 'groups', grain: look.grain, units, problem: { blocks, constraints } };
}

function* ofReleases(
  played: Played,
  [earlier, later]: readonly [Shown, Shown],
  look: Look,
): Generator<Attempt> {
  const { units } = later.group;
  const blocks = growthOf(earlier.group.units, units, look);
  if (!blocks) return;
  const constraints = [
    ...constraintsOf(played, earlier, { units, blocks: [0], ...look }),
    ...constraintsOf(played, later, { units, blocks: [0, 1], ...look }),
  ];
  yield { sight: 'releases', grain: look.grain, units, problem: { blocks, constraints } };
}

const saysMore = ({ figures }: Shown): boolean => !figures.every(isOfCounts);

/** What a group publishes, as far as the grain can tell; its own weights and sizes are known. */
function constraintsOf(
  { world, unrounded }: Played,
  { group, figures }: Shown,
  {
    units,
    blocks,
    columns,
  }: {
    readonly units: readonly Unit[];
    readonly blocks: readonly number[];
    readonly columns: Columns;
  },
): readonly Constraint[] {
  const { levels } = world.shape;
  const counted = group.units.filter(({ counts }) => counts.flat().some((one) => one > 0));
  const own = new Map(counted.map((unit) => [unit.id, unit]));
  const members = units.flatMap(({ id }, row) => {
    const unit = own.get(id);
    return unit ? [{ unit, row }] : [];
  });
  return figures
    .filter((figure) => !isOfCounts(figure) && seesColumns(figure.metric, columns, levels))
    .map((figure) => {
      const of = { figure, members, columns, levels, unrounded };
      return { blocks, fits: (counts) => givesFigure(counts, of) };
    });
}

/** The answers of some units, a row each, column by column; nothing of those beside a cell. */
const tableOf = (
  units: readonly Unit[],
  item: number,
  columns: Columns,
  cell?: ReadonlySet<string>,
): Table =>
  units.map(({ id, counts }) =>
    columns.map((levels) =>
      cell && !cell.has(id)
        ? 0
        : levels.reduce((all, level) => all + (counts[item]?.[level] ?? 0), 0),
    ),
  );

const answersOf = ({ counts }: Unit, item: number): number =>
  (counts[item] ?? []).reduce((all, one) => all + one, 0);

/** The finest parts that a release's groups tell apart, as sets of units. */
function cellsOf(shown: readonly Shown[], units: readonly Unit[]): readonly ReadonlySet<string>[] {
  const groups = shown.map(({ group }) => new Set(group.units.map(({ id }) => id)));
  const cells = Map.groupBy(
    units.map(({ id }) => id),
    (id) => groups.map((group) => Number(group.has(id))).join(''),
  );
  return [...cells.values()].map((ids) => new Set(ids));
}

/** The places of the cells that a group is made of. */
const placesOf = ({ group }: Shown, cells: readonly ReadonlySet<string>[]): readonly number[] =>
  cells.flatMap((cell, place) => (group.units.some(({ id }) => cell.has(id)) ? [place] : []));

/** An earlier release's answers and what came since; none where anything was taken back, or nothing came. */
function growthOf(
  before: readonly Unit[],
  after: readonly Unit[],
  { item, columns }: Look,
): readonly Table[] | null {
  const places = new Map(after.map(({ id }, row) => [id, row]));
  const alike = before.every(({ id, organizations }) => {
    const row = places.get(id);
    return row !== undefined && after[row]?.organizations === organizations;
  });
  if (!alike) return null;
  const later = tableOf(after, item, columns);
  const rows = new Map(tableOf(before, item, columns).map((row, at) => [before[at]?.id, row]));
  const earlier = after.map(({ id }) => rows.get(id) ?? columns.map(() => 0));
  const growth = later.map((row, at) =>
    row.map((one, column) => one - (earlier[at]?.[column] ?? 0)),
  );
  const grew = growth.flat();
  return grew.every((one) => one >= 0) && grew.some((one) => one > 0) ? [earlier, growth] : null;
}
