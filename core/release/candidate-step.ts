import type { CountedOrganization } from './answers-of.ts';
import { differenceAllowed } from './difference-allowed.ts';
import type { ReleaseRules } from './release-rules.ts';

/**
 * What becomes of an atom's candidate: released; kept until enough has come after it; or
 * replaced by the newest counts, because it hides too little or holds nothing new.
 */
export type CandidateStep = 'release' | 'keep' | 'replace';

/** One atom's counts: what is out, what was frozen, and what stands now. */
export type AtomHistory = {
  readonly released: readonly CountedOrganization[];
  readonly candidate: readonly CountedOrganization[];
  readonly now: readonly CountedOrganization[];
};

/** Decides one atom's step by the two differences, over the given items. */
export function candidateStep(
  { released, candidate, now }: AtomHistory,
  items: readonly number[],
  rules: ReleaseRules,
): CandidateStep {
  const forward = differenceAllowed(released, candidate, items, rules);
  if (forward.kind === 'refused' || !forward.changed) return 'replace';
  return differenceAllowed(candidate, now, items, rules).kind === 'allowed' ? 'release' : 'keep';
}
