import type { Atom } from './atom.ts';
import { type Feasible, feasibleBits } from './feasible-bits.ts';
import { forksAt, type Parting, partingsOf, setsByDifference } from './forks-of-item.ts';
import type { FormedUnit } from './form-units.ts';
import { sum } from './sum.ts';

/** A fork of an item in one atom: how many stand at it, how many take the first way, and what is open. */
export type Opening = Feasible & { readonly all: number; readonly first: number };

/** An item's forks in one atom, by the metric that they come in by; and the sets of people. */
export type Openings = Readonly<Record<'agree' | 'net' | 'mean' | 'sets', readonly Opening[]>>;

/**
 * What is open of an item in one atom.
 *
 * @param counts the item's answers at each level, over all units of the release
 */
export function openingsOf(
  units: readonly FormedUnit[],
  item: number,
  counts: readonly number[],
): Openings {
  const open = (parting: Parting): Opening => {
    const forks = forksAt(units, item, parting);
    const all = sum(forks.map((fork) => fork.all));
    const first = sum(forks.map((fork) => fork.first));
    return { all, first, ...feasibleBits(forks) };
  };
  const { agree, net, mean } = partingsOf(counts.length);
  return {
    agree: agree.map(open),
    net: net.map(open),
    mean: mean.map(open),
    sets: setsByDifference(counts).map(open),
  };
}

/** The openings of each item in each atom of a release, computed once. */
export function rememberOpenings(
  units: ReadonlyMap<Atom, readonly FormedUnit[]>,
): (atom: Atom, item: number) => Openings {
  const everyone = [...units.values()].flat();
  const levels = everyone[0]?.counts[0]?.length ?? 0;
  const countsOf = (item: number) =>
    Array.from({ length: levels }, (_, level) =>
      sum(everyone.map(({ counts }) => counts[item]?.[level] ?? 0)),
    );
  const byItem = new Map<number, ReadonlyMap<Atom, Openings>>();
  const ofItem = (item: number): ReadonlyMap<Atom, Openings> => {
    const counts = countsOf(item);
    return new Map([...units].map(([atom, own]) => [atom, openingsOf(own, item, counts)]));
  };
  return (atom, item) => {
    const known = byItem.get(item) ?? ofItem(item);
    byItem.set(item, known);
    return known.get(atom) ?? NOTHING;
  };
}

const NOTHING: Openings = { agree: [], net: [], mean: [], sets: [] };
