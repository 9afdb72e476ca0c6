import type { Exclusion, Exclusions } from '../../schemas/exclusions.ts';
import { sameJson } from '../json/same-json.ts';

/** What comes of a request to set responses aside. */
export type ExclusionsPlan = {
  readonly kind: 'write' | 'unchanged';
  readonly exclusions: Exclusions;
};

const nameOf = ({ day, channel }: Exclusion): string => `${day} ${channel}`;

/** The list with each entry once, by day and channel. */
const inOrder = (exclusions: readonly Exclusion[]): Exclusion[] =>
  [...new Map(exclusions.map((one) => [nameOf(one), one]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);

/** The list that replaces another, one version later; the same list again changes nothing. */
export const planExclusions = (
  current: Exclusions,
  requested: readonly Exclusion[],
): ExclusionsPlan => {
  const exclusions = inOrder(requested);
  if (sameJson(exclusions, inOrder(current.exclusions))) {
    return { kind: 'unchanged', exclusions: current };
  }
  return { kind: 'write', exclusions: { version: current.version + 1, exclusions } };
};
