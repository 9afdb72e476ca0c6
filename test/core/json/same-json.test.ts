import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameJson } from '../../../core/json/same-json.ts';

describe('sameJson(a, b)', () => {
  test('does not look at the order of members', () => {
    expect(sameJson({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
  });

  test('looks at the order of elements', () => {
    expect(sameJson([1, 2], [2, 1])).toBe(false);
  });

  test('an undefined member is no member', () => {
    expect(sameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  });

  test('tells whatever differs', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(sameJson(a, structuredClone(a))).toBe(true);
        expect(sameJson({ a }, { a, b })).toBe(false);
      }),
    );
  });
});
