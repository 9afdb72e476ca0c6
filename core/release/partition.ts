import type { CheckpointOrganization } from '../../schemas/checkpoint.ts';
import { type Atom, atomOf, byText } from './atom.ts';
import { mergeAtoms } from './merge-atoms.ts';
import type { ReleaseRules } from './release-rules.ts';

/**
 * The atoms of a poll's partition before any answer is looked at: those of the release before,
 * and the organizations that are new by the values that they share. An atom of too few
 * organizations could never pass, so it is merged at once.
 *
 * An organization that comes later joins the atom that shares all its values.
 */
export function partition(
  organizations: readonly CheckpointOrganization[],
  rules: Pick<ReleaseRules, 'attributes' | 'atom'>,
): readonly Atom[] {
  const { attributes, atom } = rules;
  const old = Map.groupBy(
    organizations.filter((one) => one.atom !== undefined),
    (one) => one.atom ?? '',
  );
  const oldAtoms = [...old].map(([id, members]) => atomOf(id, members, attributes));
  const arrivals = Map.groupBy(
    organizations.filter((one) => one.atom === undefined),
    (one) => JSON.stringify(atomOf('', [one], attributes).values),
  );
  const joined = [...arrivals].map(([values, members]) => {
    const home = oldAtoms.find((one) => JSON.stringify(one.values) === values);
    const all = home ? [...home.organizations, ...members] : members;
    return atomOf(home?.id ?? leastId(members), all, attributes);
  });
  const untouched = oldAtoms.filter((one) => !joined.some(({ id }) => id === one.id));
  return mergeAtoms(
    [...untouched, ...joined],
    attributes,
    ({ organizations: members }) => members.length < atom.minOrganizations,
  );
}

const leastId = (organizations: readonly CheckpointOrganization[]): string =>
  organizations.map(({ organization }) => organization).toSorted(byText)[0] ?? '';
