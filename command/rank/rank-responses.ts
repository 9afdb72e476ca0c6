import { emptyTally } from '../../core/counting/count-responses.ts';
import { pollShape } from '../../core/counting/poll-shape.ts';
import { decideFinal } from '../../core/release/decide-final.ts';
import type { CountedPoll } from '../../core/release/frozen-organizations.ts';
import { noRules } from '../../core/release/no-rules.ts';
import { planRelease } from '../../core/release/plan-release.ts';
import { releaseRules } from '../../core/release/release-rules.ts';
import { reportOf } from '../../core/report/report-of.ts';
import {
  type Sha256,
  type SnapshotFiles,
  snapshotFiles,
} from '../../core/report/snapshot-files.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import type { WithholdReason } from '../../schemas/release.ts';
import type { CountedOrganization } from '../responses/organization-counts.ts';
import type { RankOptions } from './rank-options.ts';
import type { ListedOrganization } from './read-organization-list.ts';

/** What a poll's final release would come from. */
export type CountedResponses = {
  readonly definition: PollDefinition;
  readonly tallies: readonly CountedOrganization[];
  /** What is known of the organizations; of those that are not listed nothing is. */
  readonly organizations: readonly ListedOrganization[];
};

export type Ranking =
  | ({ readonly kind: 'ranked' } & SnapshotFiles)
  | { readonly kind: 'withheld'; readonly reasons: readonly WithholdReason[] };

/**
 * Does with counted responses what the roll-up does with sealed tallies where nothing was
 * released before: decides, plans, ranks, and makes the snapshot's files.
 */
export const rankResponses = async (
  counted: CountedResponses,
  options: Pick<RankOptions, 'id' | 'asOf' | 'number' | 'disclosureControl'>,
  sha256: Sha256,
): Promise<Ranking> => {
  const { definition } = counted;
  const { id, asOf, number, disclosureControl } = options;
  const rules = disclosureControl ? releaseRules(definition) : noRules(definition);
  const decision = decideFinal({
    sealed: countedPoll(counted, id, asOf),
    items: pollShape(definition).items,
    rules,
  });
  if (decision.kind === 'withheld') return decision;
  if (decision.kind === 'unchanged') return { kind: 'withheld', reasons: [] };
  const { released: checkpoint, leavesOutLateAnswers } = decision;
  const figures = { poll: id, definition, number, kind: 'final' as const, leavesOutLateAnswers };
  const report = reportOf(
    {
      ...figures,
      checkpoint,
      ...(disclosureControl ? {} : { disclosureControl: 'none' as const }),
    },
    planRelease(definition, checkpoint, rules),
  );
  return { kind: 'ranked', ...(await snapshotFiles(report, sha256)) };
};

const countedPoll = (
  { definition, tallies, organizations }: CountedResponses,
  poll: string,
  day: string,
): CountedPoll => {
  const listed = new Map(organizations.map((one) => [one.id, one]));
  const counted = new Set(tallies.map(({ organization }) => organization));
  const empty = emptyTally(pollShape(definition));
  const silent = [...listed.keys()].filter((id) => !counted.has(id));
  return {
    poll,
    day,
    organizations: [...tallies, ...silent.map((organization) => ({ organization, ...empty }))].map(
      (tally) => {
        const known = listed.get(tally.organization);
        return { tally, attributes: known?.attributes ?? {}, peopleServed: known?.peopleServed };
      },
    ),
  };
};
