import type { Releases } from '../../adapters/dynamodb/releases.ts';
import { eventId } from '../../adapters/eventbridge/event-id.ts';
import type { Events } from '../../adapters/eventbridge/events.ts';
import type { Reports } from '../../adapters/s3/reports.ts';
import type { SnapshotFiles } from '../../core/report/snapshot-files.ts';
import type { ReleaseState } from '../../schemas/release.ts';

/** What the publication of a snapshot needs. */
export type PublicationDeps = {
  readonly releases: Pick<Releases, 'publish' | 'save' | 'getSnapshot'>;
  readonly reports: Pick<Reports, 'putFile' | 'moveLatest'>;
  readonly events: Pick<Events, 'publish'>;
};

/** A snapshot that was released has no record: the table was changed by other hands. */
export class SnapshotRecordMissingError extends Error {
  override readonly name = 'SnapshotRecordMissingError';
}

/** What becomes of a publication: done, or another run changed the state first. */
export type Publication =
  | { readonly kind: 'published'; readonly state: ReleaseState }
  | { readonly kind: 'overtaken' };

/**
 * Does what follows a release and was not yet done: `latest.json`, the event, and the mark that
 * both are out. Every run begins with it, so that a run that died after the transaction loses
 * neither; a repeat moves nothing back and repeats an event with the same id.
 */
export const finishPublication = async (
  deps: PublicationDeps,
  poll: string,
  state: ReleaseState,
): Promise<Publication> => {
  if (state.announced >= state.number) return { kind: 'published', state };
  const snapshot = await deps.releases.getSnapshot(poll, state.number);
  if (!snapshot) {
    throw new SnapshotRecordMissingError(`poll ${poll} has no record of snapshot ${state.number}`);
  }
  await deps.reports.moveLatest({ version: 1, poll, ...snapshot });
  await deps.events.publish([
    {
      name: 'PrioritiesReleased',
      detail: {
        version: 1,
        id: eventId('PrioritiesReleased', poll, snapshot.snapshot),
        poll,
        ...snapshot,
      },
    },
  ]);
  const announced = { ...state, announced: state.number };
  const change = await deps.releases.save(poll, announced);
  return change.kind === 'changed'
    ? { kind: 'published', state: { ...announced, version: state.version + 1 } }
    : { kind: 'overtaken' };
};

/**
 * Publishes files as the next snapshot. Its files are written whole before the transaction
 * that makes it the latest, so whoever lists or reads releases never sees half of one; a run
 * that dies or loses the race before the transaction leaves files that nothing refers to.
 *
 * @param state the releases' state as it was read; its tail must be finished
 * @param next what the state is to be besides the number and the snapshot
 */
export const publishSnapshot = async (
  deps: PublicationDeps,
  poll: string,
  state: ReleaseState,
  { record, files }: SnapshotFiles,
  next: Pick<ReleaseState, 'released' | 'candidate' | 'settledSeal'>,
): Promise<Publication> => {
  for (const file of files) await deps.reports.putFile(poll, record.snapshot, file);
  const { files: _files, ...latest } = record;
  const { version, announced } = state;
  const published: ReleaseState = { version, announced, number: record.number, latest, ...next };
  const change = await deps.releases.publish(poll, published, record);
  if (change.kind === 'overtaken') return change;
  return finishPublication(deps, poll, { ...published, version: version + 1 });
};
