import { attackByDivisibility, type DivisibilityFinding } from './divisibility-attack.ts';
import { attackByDominance, type DominanceFinding } from './dominance-attack.ts';
import { attackByEnumeration, type EnumerationFinding } from './enumeration-attack.ts';
import { attackLinearly, type LinearFinding } from './linear-attack.ts';
import type { Played } from './play-history.ts';

/** Any way in that the attacker knows. */
export type Finding = LinearFinding | DominanceFinding | EnumerationFinding | DivisibilityFinding;

/** What an attack came to: what was found, and how many small groups were enumerated. */
export type Attack = { readonly findings: readonly Finding[]; readonly enumerated: number };

/** Attacks a history by every way that is known. */
export function attack(played: Played): Attack {
  const { groups, finding } = attackByEnumeration(played);
  const findings = [
    attackLinearly(played),
    attackByDominance(played),
    finding,
    attackByDivisibility(played),
  ].filter((found) => found !== null);
  return { findings, enumerated: groups };
}
