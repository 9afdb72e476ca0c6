import { sameJson } from './same-json.ts';

/** The names, in order, of the members in which two objects differ; all of a first one. */
export const changedMembers = (
  before: object | undefined,
  after: object,
  names: readonly string[],
): readonly string[] => {
  const [was, is] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after))];
  return names.filter((name) => !sameJson([was.get(name)], [is.get(name)]));
};
