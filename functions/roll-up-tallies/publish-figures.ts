import { sha256 } from '../../adapters/crypto/sha256.ts';
import { reportOf } from '../../core/report/report-of.ts';
import { snapshotFiles } from '../../core/report/snapshot-files.ts';
import type { Checkpoint } from '../../schemas/checkpoint.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { ReleaseKind, ReleaseState } from '../../schemas/release.ts';
import { keepCheckpoint } from './kept-checkpoints.ts';
import { publishSnapshot } from './publish-snapshot.ts';
import type { RollUpDeps, RollUpOutcome } from './roll-up-deps.ts';

/** What a release is to publish, and what the state is to be besides. */
export type Figures = {
  readonly kind: ReleaseKind;
  /** What the figures come from. */
  readonly checkpoint: Checkpoint;
  readonly leavesOutLateAnswers: boolean;
  readonly next: Pick<ReleaseState, 'candidate' | 'settledSeal'>;
};

/** Ranks a checkpoint, writes the report, and publishes it as the poll's next snapshot. */
export const publishFigures = async (
  deps: RollUpDeps,
  poll: Poll,
  state: ReleaseState,
  figures: Figures,
): Promise<RollUpOutcome> => {
  const { next, ...content } = figures;
  const released = await keepCheckpoint(deps, content.checkpoint);
  const report = reportOf({
    poll: poll.id,
    definition: poll.definition,
    number: state.number + 1,
    ...content,
  });
  const publication = await publishSnapshot(
    deps,
    poll.id,
    state,
    await snapshotFiles(report, sha256),
    {
      released,
      ...next,
    },
  );
  return publication.kind === 'published'
    ? { kind: 'published', number: publication.state.number }
    : { kind: 'overtaken' };
};
