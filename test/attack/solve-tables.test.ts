import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertyRuns } from '../property-runs.ts';
import { solveTables, TruthExcludedError } from './solve-tables.ts';
import { freedomOf, marginsOf, mostTables, type Table, tablesLike } from './tables.ts';

const smallTable = fc.integer({ min: 2, max: 3 }).chain((columns) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 3,
  }),
);

/** Every table of so many rows and columns, each cell at most so much. */
function* everyTable(rows: number, columns: number, most: number): Generator<Table> {
  const cells = rows * columns;
  for (let code = 0; code < (most + 1) ** cells; code += 1) {
    const digits = Array.from({ length: cells }, (_, at) => Math.floor(code / (most + 1) ** at));
    yield Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, at) => (digits[row * columns + at] ?? 0) % (most + 1)),
    );
  }
}

const text = (table: Table): string => JSON.stringify(table);

describe('tablesLike(table)', () => {
  it('gives every table with the same margins once, no more than mostTables says', () => {
    const table = fc.oneof(
      fc.constant([
        [1, 1],
        [0, 2],
        [2, 0],
      ]),
      fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(1)), { minLength: 2, maxLength: 2 }),
    );
    fc.assert(
      fc.property(table, (one) => {
        const margins = text([marginsOf(one).rows, marginsOf(one).columns]);
        const most = Math.max(...marginsOf(one).rows);
        const expected = [...everyTable(one.length, one[0]?.length ?? 0, most)].filter(
          (other) => text([marginsOf(other).rows, marginsOf(other).columns]) === margins,
        );
        const given = [...tablesLike(one)].map(text);
        expect(given.toSorted()).toEqual(expected.map(text).toSorted());
        expect(mostTables(one)).toBeGreaterThanOrEqual(given.length);
      }),
      { numRuns: propertyRuns(20) },
    );
  });
});

describe('freedomOf(table, unit, column, own)', () => {
  it('is how many more numbers than one a cell can be, for someone who knows a row', () => {
    fc.assert(
      fc.property(smallTable, fc.nat(2), fc.nat(2), fc.option(fc.nat(2)), (table, ...places) => {
        const [unit, column, own] = places;
        fc.pre(unit < table.length && column < (table[0]?.length ?? 0));
        fc.pre(own === null || (own < table.length && own !== unit));
        const known = [...tablesLike(table)].filter(
          (other) => own === null || text([other[own] ?? []]) === text([table[own] ?? []]),
        );
        const numbers = new Set(known.map((other) => other[unit]?.[column]));
        expect(freedomOf(table, unit, column, own)).toBe(numbers.size - 1);
      }),
      { numRuns: propertyRuns(200) },
    );
  });
});

describe('solveTables(problem)', () => {
  const block = [
    [3, 1],
    [4, 0],
    [2, 2],
    [3, 1],
  ];
  const second = [
    [2, 0],
    [1, 1],
    [2, 1],
    [1, 1],
  ];
  const at = (counts: Table, unit: number): number => counts[unit]?.[1] ?? 0;

  it('tells nothing where only the counts are published', () => {
    expect(solveTables({ blocks: [block], constraints: [] })).toEqual({
      kind: 'tried',
      told: null,
    });
  });

  it('tells a unit of which what is published leaves one number', () => {
    const isOne = { blocks: [0], fits: (counts: Table) => at(counts, 2) === 2 };
    expect(solveTables({ blocks: [block], constraints: [isOne] })).toEqual({
      kind: 'tried',
      told: { unit: 2, column: 0, own: null },
    });
  });

  it('tells a unit to someone who knows another', () => {
    const sum = { blocks: [0], fits: (counts: Table) => at(counts, 0) + at(counts, 2) === 3 };
    expect(solveTables({ blocks: [block], constraints: [sum] })).toEqual({
      kind: 'tried',
      told: { unit: 2, column: 0, own: 0 },
    });
  });

  it('takes blocks together: what neither tells by itself', () => {
    const spread = { blocks: [0, 1], fits: (counts: Table) => at(counts, 2) === 3 };
    const most = { blocks: [0], fits: (counts: Table) => at(counts, 2) <= 2 && at(counts, 2) > 0 };
    expect(solveTables({ blocks: [block], constraints: [most] })).toMatchObject({ told: null });
    expect(solveTables({ blocks: [block, second], constraints: [most, spread] })).toMatchObject({
      told: { unit: 2, own: null },
    });
  });

  it('gives up where there are too many ways', () => {
    const large = Array.from({ length: 10 }, () => [10, 10]);
    expect(solveTables({ blocks: [large], constraints: [] })).toEqual({ kind: 'too-many-ways' });
  });

  it('refuses to work on figures that the truth does not give', () => {
    const impossible = { blocks: [0], fits: () => false };
    expect(() => solveTables({ blocks: [block], constraints: [impossible] })).toThrow(
      TruthExcludedError,
    );
  });
});
