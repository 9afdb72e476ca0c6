import type { Played } from './play-history.ts';

type TallyAt = (organization: string, run: number, item: number) => readonly number[];

const known = new WeakMap<Played['states'], TallyAt>();

/**
 * An organization's counts of an item at a roll-up, level by level. The number of items stands
 * for who responded, all at the first level. Computed once each.
 */
export function tallyAt({ world, states }: Played): TallyAt {
  const tally = known.get(states) ?? remembered(world, states);
  known.set(states, tally);
  return tally;
}

function remembered({ people, shape }: Played['world'], states: Played['states']): TallyAt {
  const members = Map.groupBy(people.keys(), (person) => people[person]?.organization ?? '');
  const tallies = new Map<string, readonly number[]>();
  return (organization, run, item) => {
    const key = `${organization}@${run}:${item}`;
    const before = tallies.get(key);
    if (before) return before;
    const tally = new Array<number>(shape.levels).fill(0);
    for (const person of members.get(organization) ?? []) {
      const state = states[run]?.[person];
      const level = state && (item === shape.items ? 0 : state[item]);
      if (level !== null && level !== undefined) tally[level] = (tally[level] ?? 0) + 1;
    }
    tallies.set(key, tally);
    return tally;
  };
}
