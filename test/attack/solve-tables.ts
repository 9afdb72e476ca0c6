import { addTables, freedomOf, mostTables, type Table, tablesLike } from './tables.ts';

/** Something published that a guess of the tables has to give. */
export type Constraint = {
  /** The places of the blocks whose sum it is of. */
  readonly blocks: readonly number[];
  readonly fits: (counts: Table) => boolean;
};

/**
 * An item's answers in blocks whose counts are known: the units of one group, of the parts that
 * several groups tell apart, or the answers that came with one release. Each block is the true
 * table, all of them over the same units.
 */
export type Problem = {
  readonly blocks: readonly Table[];
  readonly constraints: readonly Constraint[];
};

/** A unit of which only one number fits; `own` is the unit that the attacker has to know for it. */
export type Told = { readonly unit: number; readonly column: number; readonly own: number | null };

/** What trying every way came to. */
export type Solution =
  | { readonly kind: 'too-many-ways' }
  | { readonly kind: 'tried'; readonly told: Told | null };

/** The truth does not give what was published: the attack would prove nothing. */
export class TruthExcludedError extends Error {
  override readonly name = 'TruthExcludedError';
}

/** How many ways are tried at most of each block. */
export const MOST_TABLES = 3_000;
/** And of the blocks together. */
const MOST_TRIED = 60_000;

/**
 * Tries every way to spread the answers over the units, block by block, and keeps what gives
 * everything published. A unit of which one number is left, where the counts leave more, is told.
 *
 * @throws TruthExcludedError where the truth is not among what is kept
 */
export function solveTables({ blocks, constraints }: Problem): Solution {
  if (blocks.some((block) => mostTables(block) > MOST_TABLES)) return { kind: 'too-many-ways' };
  let kept: readonly (readonly Table[])[] = [[]];
  let tried = 0;
  for (const [place, block] of blocks.entries()) {
    const decided = constraints.filter((one) => Math.max(...one.blocks) === place);
    const fits = (chosen: readonly Table[]): boolean =>
      decided.every((one) =>
        one.fits(addTables(chosen.filter((_, at) => one.blocks.includes(at)))),
      );
    const alone = decided.filter((one) => one.blocks.length === 1);
    const tables = [...tablesLike(block)].filter((table) => alone.every((one) => one.fits(table)));
    tried += kept.length * tables.length;
    if (tried > MOST_TRIED) return { kind: 'too-many-ways' };
    kept = kept.flatMap((chosen) =>
      tables.map((table) => [...chosen, table]).filter((one) => place === 0 || fits(one)),
    );
  }
  if (!kept.some((chosen) => sameTables(chosen, blocks))) {
    throw new TruthExcludedError('the true answers do not give the published figures');
  }
  return { kind: 'tried', told: toldBy(kept, blocks) };
}

const sameTables = (some: readonly Table[], others: readonly Table[]): boolean =>
  JSON.stringify(some) === JSON.stringify(others);

function toldBy(kept: readonly (readonly Table[])[], blocks: readonly Table[]): Told | null {
  const units = blocks[0]?.length ?? 0;
  const columns = blocks[0]?.[0]?.length ?? 0;
  for (const own of [null, ...Array.from({ length: units }, (_, unit) => unit)]) {
    const left = own === null ? kept : kept.filter((chosen) => knows(chosen, blocks, own));
    for (let unit = 0; unit < units; unit += 1) {
      for (let column = 0; column < columns; column += 1) {
        if (unit !== own && isTold(left, blocks, { unit, column, own })) {
          return { unit, column, own };
        }
      }
    }
  }
  return null;
}

const knows = (chosen: readonly Table[], blocks: readonly Table[], own: number): boolean =>
  blocks.every((block, place) => sameRow(block[own], chosen[place]?.[own]));

const sameRow = (a: readonly number[] = [], b: readonly number[] = []): boolean =>
  a.every((one, column) => one === b[column]);

/** Whether of a unit's number, in one block or in all together, one value is left. */
function isTold(
  left: readonly (readonly Table[])[],
  blocks: readonly Table[],
  { unit, column, own }: Told,
): boolean {
  const free = blocks.map((block) => freedomOf(block, unit, column, own));
  const numberIn = (chosen: readonly Table[], place: number) =>
    chosen[place]?.[unit]?.[column] ?? 0;
  const isOne = (numberOf: (chosen: readonly Table[]) => number) => {
    const [first] = left;
    return first !== undefined && left.every((chosen) => numberOf(chosen) === numberOf(first));
  };
  if (free.some((more, place) => more > 0 && isOne((chosen) => numberIn(chosen, place)))) {
    return true;
  }
  const all = (chosen: readonly Table[]) =>
    chosen.reduce((total, _, place) => total + numberIn(chosen, place), 0);
  return free.some((more) => more > 0) && isOne(all);
}
