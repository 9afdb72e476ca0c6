import { Checkpoint, type CheckpointOrganization } from '../../schemas/checkpoint.ts';
import { byText } from './atom.ts';

/** A checkpoint's bytes: the same content is always the same text. */
export const serializeCheckpoint = (checkpoint: Checkpoint): string =>
  JSON.stringify({
    version: checkpoint.version,
    poll: checkpoint.poll,
    day: checkpoint.day,
    kind: checkpoint.kind,
    shown: ascending(checkpoint.shown),
    undivided: ascending(checkpoint.undivided),
    held: ascending(checkpoint.held),
    unweighed: ascending(checkpoint.unweighed),
    releases: checkpoint.releases,
    finals: checkpoint.finals,
    organizations: canonicalOrganizations(checkpoint.organizations),
  });

/** @throws ZodError where the text is no checkpoint */
export const parseCheckpoint = (text: string): Checkpoint => Checkpoint.parse(JSON.parse(text));

/**
 * Whether two checkpoints hold the same of every organization, whatever their days and whatever
 * releases there were.
 */
export const sameOrganizations = (
  a: Pick<Checkpoint, 'organizations'>,
  b: Pick<Checkpoint, 'organizations'>,
): boolean => withoutHistory(a) === withoutHistory(b);

const withoutHistory = ({ organizations }: Pick<Checkpoint, 'organizations'>): string =>
  JSON.stringify(canonicalOrganizations(organizations.map((one) => ({ ...one, grewIn: [] }))));

const ascending = (indexes: readonly number[]): readonly number[] =>
  [...new Set(indexes)].sort((a, b) => a - b);

const canonicalOrganizations = (organizations: readonly CheckpointOrganization[]) =>
  organizations
    .toSorted((a, b) => byText(a.organization, b.organization))
    .map(({ organization, responses, counts, attributes, peopleServed, atom, grewIn }) => ({
      organization,
      responses,
      counts,
      attributes: Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => byText(a, b))),
      peopleServed,
      atom,
      grewIn,
    }));
