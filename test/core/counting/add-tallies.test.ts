import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addTallies } from '../../../core/counting/add-tallies.ts';
import { emptyTally } from '../../../core/counting/count-responses.ts';
import { sameTally } from '../../../core/counting/same-tally.ts';
import { countAll } from './count-all.ts';
import { someResponses, someShape } from './counted-response.ts';

const SHAPE = { items: 1, levels: 3 };

describe('addTallies', () => {
  test('of none is the empty tally', () => {
    expect(addTallies([], SHAPE)).toEqual(emptyTally(SHAPE));
  });

  test('of the tallies of parts is the tally of the whole', () => {
    const split = someShape.chain((shape) =>
      fc.tuple(fc.constant(shape), fc.array(someResponses(shape), { maxLength: 5 })),
    );
    fc.assert(
      fc.property(split, ([shape, parts]) => {
        const sum = addTallies(
          parts.map((part) => countAll(part, shape)),
          shape,
        );
        expect(sum).toEqual(countAll(parts.flat(), shape));
      }),
    );
  });

  test('adds up what is set aside, and says nothing of it where nothing is', () => {
    const tally = emptyTally(SHAPE);
    const sum = addTallies([{ ...tally, setAside: 2 }, tally, { ...tally, setAside: 3 }], SHAPE);
    expect(sum).toEqual({ ...tally, setAside: 5 });
    expect(addTallies([tally, tally], SHAPE)).not.toHaveProperty('setAside');
  });

  test('leaves the tallies as they were', () => {
    const tally = countAll([{ answers: '1', channel: 'web', day: '2027-01-15' }], SHAPE);
    const before = structuredClone(tally);
    addTallies([tally, tally], SHAPE);
    expect(tally).toEqual(before);
  });
});

describe('sameTally', () => {
  test('tells tallies apart by what is set aside', () => {
    const tally = emptyTally(SHAPE);
    expect(sameTally({ ...tally, setAside: 2 }, tally)).toBe(false);
    expect(sameTally({ ...tally, setAside: 0 }, tally)).toBe(true);
  });

  const one = countAll([{ answers: '1', channel: 'web', day: '2027-01-15' }], SHAPE);

  test('holds for a tally and its copy', () => {
    expect(sameTally(one, structuredClone(one))).toBe(true);
  });

  test('takes a channel without responses for one that is left out', () => {
    expect(sameTally(one, { ...one, channels: { web: 1, paper: 0 } })).toBe(true);
  });

  test.each([
    ['the responses', { responses: 2 }],
    ['the channels', { channels: { paper: 1 } }],
    ['the first day', { firstDay: '2027-01-14' }],
    ['the last day', { lastDay: '2027-01-16' }],
    ['a count', { counts: [[0, 1, 0]] }],
  ])('fails where %s differ', (_what, change) => {
    expect(sameTally(one, { ...one, ...change })).toBe(false);
  });
});
