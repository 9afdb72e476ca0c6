/** Random choices that a seed determines. */
export type Random = {
  /** A whole number from 0 to `below - 1`. */
  readonly int: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Of>(among: readonly Of[]) => Of;
  readonly shuffle: <Of>(all: readonly Of[]) => Of[];
};

/** mulberry32 (Tommy Ettinger, 2017, public domain): 32 bits of state, good enough for tests. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const pick = <Of>(among: readonly Of[]): Of => {
    const found = among[int(among.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const shuffle = <Of>(all: readonly Of[]): Of[] => {
    const rest = [...all];
    const shuffled: Of[] = [];
    while (rest.length > 0) shuffled.push(...rest.splice(int(rest.length), 1));
    return shuffled;
  };
  return { int, chance: (probability) => next() < probability, pick, shuffle };
};
