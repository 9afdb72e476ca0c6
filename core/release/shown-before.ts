import type { Checkpoint } from '../../schemas/checkpoint.ts';
import type { CountedOrganization } from './answers-of.ts';

/** A release's counts without the items that were never shown: of these nothing is out. */
export function shownBefore(released: Checkpoint | undefined): readonly CountedOrganization[] {
  if (!released) return [];
  const shown = new Set(released.shown);
  return released.organizations.map(({ organization, responses, counts }) => ({
    organization,
    responses,
    counts: counts.map((levels, item) => (shown.has(item) ? levels : levels.map(() => 0))),
  }));
}
