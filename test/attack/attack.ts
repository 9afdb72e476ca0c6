import { attackByDivisibility, type DivisibilityFinding } from './divisibility-attack.ts';
import { attackByDominance, type DominanceFinding } from './dominance-attack.ts';
import {
  attackByEnumeration,
  type Enumerated,
  type EnumerationFinding,
} from './enumeration-attack.ts';
import { attackLinearly, type LinearFinding } from './linear-attack.ts';
import type { Played } from './play-history.ts';

/** Any way in that the attacker knows. */
export type Finding = LinearFinding | DominanceFinding | EnumerationFinding | DivisibilityFinding;

/** What an attack came to: what was found, and what could be enumerated. */
export type Attack = {
  readonly findings: readonly Finding[];
  readonly enumerated: Omit<Enumerated, 'findings'>;
};

/** Attacks a history by every way that is known. */
export function attack(played: Played): Attack {
  const { findings: byEnumeration, ...enumerated } = attackByEnumeration(played);
  const findings = [
    attackLinearly(played),
    attackByDominance(played),
    ...byEnumeration,
    attackByDivisibility(played),
  ].filter((found) => found !== null);
  return { findings, enumerated };
}
