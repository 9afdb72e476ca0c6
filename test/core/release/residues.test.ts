import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haveOneRate, residues } from '../../../core/release/residues.ts';
import { propertyRuns } from '../../property-runs.ts';

const unit = fc.record({
  answers: fc.integer({ min: 1, max: 6 }),
  weight: fc.oneof(
    fc.integer({ min: -3, max: 6 }),
    fc.constantFrom(1 / 3, 2 / 3, 0.1 + 0.2, 0.3, 1e-13, -1e-13),
  ),
});

describe('haveOneRate(units)', () => {
  it('is true where every answer weighs the same, up to rounding, and of no units', () => {
    expect(haveOneRate([])).toBe(true);
    expect(haveOneRate([{ answers: 7, weight: 3 }])).toBe(true);
    expect(
      haveOneRate([
        { answers: 3, weight: 0.3 },
        { answers: 6, weight: 0.1 + 0.2 + 0.3 },
      ]),
    ).toBe(true);
    expect(
      haveOneRate([
        { answers: 3, weight: 1 },
        { answers: 3, weight: 2 },
      ]),
    ).toBe(false);
  });

  it('is true just where the residues say that at one rate all units vanish', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 4 }), (units) => {
        const vanish = residues(units).some((residue) => residue.units === 0);
        expect(haveOneRate(units)).toBe(vanish);
      }),
      { numRuns: propertyRuns(500) },
    );
  });
});
