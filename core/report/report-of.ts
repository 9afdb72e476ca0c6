import type { Checkpoint } from '../../schemas/checkpoint.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import type { PriorityRow } from '../ranking/priority-row.ts';
import { rankPriorities } from '../ranking/rank-priorities.ts';
import type { GroupPlan } from '../release/plan-group.ts';
import { type BreakdownPlan, planRelease, type ReleasePlan } from '../release/plan-release.ts';
import type { BreakdownRow } from './breakdown-columns.ts';
import { distributionOf, namesOf, participationOf } from './describe-group.ts';
import type { Report } from './report.ts';
import { titleOf } from './title-of.ts';

/** What a release is to say, and of which poll. */
export type ReleasedFigures = Pick<
  Report,
  'poll' | 'number' | 'kind' | 'leavesOutLateAnswers' | 'disclosureControl'
> & {
  readonly definition: PollDefinition;
  /** What the figures come from. */
  readonly checkpoint: Checkpoint;
};

/**
 * The report of a released checkpoint: every ranking that may be published, statewide and by
 * group, how the answers spread, and who took part.
 *
 * @param plan the release rules' own unless given; one by other rules is `disclosureControl: 'none'`
 */
export const reportOf = (
  { checkpoint, ...released }: ReleasedFigures,
  plan: ReleasePlan = planRelease(released.definition, checkpoint),
): Report => {
  const { definition } = released;
  const { levels, categories } = definition;
  const groups = [plan.statewide, ...plan.breakdowns.flatMap(groupsOf)];
  const items = categories.flatMap((category) =>
    category.items.map(({ id, title }) => ({ id, title: titleOf(title, id) })),
  );
  const rank = (group: GroupPlan) => rankPriorities({ levels, categories, ...group });
  return {
    ...released,
    asOf: checkpoint.day,
    participation: groups.map(participationOf),
    rows: rank(plan.statewide),
    breakdowns: plan.breakdowns.flatMap((breakdown) => breakdownRows(breakdown, rank)),
    distribution: groups.flatMap((group) => distributionOf(group, items, levels)),
  };
};

const groupsOf = (breakdown: BreakdownPlan): readonly GroupPlan[] =>
  breakdown.kind === 'shown' ? breakdown.groups : [];

const breakdownRows = (
  breakdown: BreakdownPlan,
  rank: (group: GroupPlan) => readonly PriorityRow[],
): readonly BreakdownRow[] => {
  if (breakdown.kind === 'withheld') return [breakdown];
  return breakdown.groups.flatMap((group) =>
    rank(group).map((row): BreakdownRow => ({ kind: 'ranked', ...namesOf(group), row })),
  );
};
