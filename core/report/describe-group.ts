import { describeItem } from '../ranking/item-distribution.ts';
import type { GroupPlan } from '../release/plan-group.ts';
import type { DistributionRow } from './distribution-columns.ts';
import type { ParticipationRow } from './participation-columns.ts';

const OTHER = 'Other';

/**
 * What a group is called: its attribute and value, or all organizations. `Other` is the group of
 * no one value; a value of that very name stands in quotes.
 */
export const namesOf = ({
  attribute,
  value,
}: Pick<GroupPlan, 'attribute' | 'value'>): Pick<ParticipationRow, 'attribute' | 'group'> => ({
  attribute: attribute ?? 'statewide',
  group: value === OTHER ? `"${OTHER}"` : (value ?? (attribute === null ? 'all' : OTHER)),
});

/** How many took part in a group. */
export const participationOf = (group: GroupPlan): ParticipationRow => ({
  ...namesOf(group),
  responses: group.responses,
  organizations: group.organizations,
  organizationsAsked: group.organizationsAsked,
});

/**
 * How a group's answers to each item spread over the levels, wherever the item's estimate is
 * shown: the metrics determine the counts anyway.
 *
 * @param items in the definition's order, as the units count them
 */
export const distributionOf = (
  group: GroupPlan,
  items: readonly { readonly id: string; readonly title: string }[],
  levels: number,
): readonly DistributionRow[] =>
  items.map(({ id, title }, item) => {
    const reason = group.withheld.respondent?.get(id);
    const row = { ...namesOf(group), id, title };
    if (reason !== undefined) return { ...row, figures: null, status: reason };
    const figures = describeItem(countsOf(group, item, levels), group.responses);
    return { ...row, figures, status: figures.answers === 0 ? 'no-answers' : 'shown' };
  });

const countsOf = ({ units }: GroupPlan, item: number, levels: number): readonly number[] =>
  Array.from({ length: levels }, (_, level) =>
    units.reduce((all, { counts }) => all + (counts[item]?.[level] ?? 0), 0),
  );
