import type { WithholdReason } from '../../schemas/release.ts';

/** The first reason against any of some, in their order; null where there is none. */
export function firstReason<Tested>(
  some: readonly Tested[],
  reasonAgainst: (one: Tested) => WithholdReason | null,
): WithholdReason | null {
  for (const one of some) {
    const reason = reasonAgainst(one);
    if (reason !== null) return reason;
  }
  return null;
}
