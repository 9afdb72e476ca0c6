import fc from 'fast-check';
import type { Hints } from '../openapi/arbitrary-of.ts';
import { type Described, operations } from '../openapi/the-document.ts';
import { aDraft, type Draft } from './draft.ts';
import { aMutant } from './mutations.ts';
import type { FuzzTokens } from './tokens.ts';

/** Those with a body have the most that can be wrong with them. */
const weightOf = ({ operationId, requestBody }: Described): number => {
  if (operationId === 'putResponse') return 14;
  return requestBody ? 7 : 3;
};

const FAULTS = [0, 0, 0, 1, 1, 1, 1, 1, 2, 3];

const mutated = (draft: Draft, faults: number, tokens: FuzzTokens): fc.Arbitrary<Draft> =>
  faults === 0
    ? fc.constant(draft)
    : aMutant(draft, tokens).chain((mutant) => mutated(mutant, faults - 1, tokens));

/** A request to any operation of the document: as it says, or with up to three faults. */
export const aRequest = (tokens: FuzzTokens, hints: Hints): fc.Arbitrary<Draft> =>
  fc.oneof(
    ...operations.map((operation) => ({
      weight: weightOf(operation),
      arbitrary: fc
        .tuple(aDraft(operation, tokens, hints), fc.constantFrom(...FAULTS))
        .chain(([draft, faults]) => mutated(draft, faults, tokens)),
    })),
  );
