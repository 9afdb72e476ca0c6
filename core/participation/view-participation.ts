import type { Organization } from '../../schemas/organization.ts';
import type { ParticipationCount, ParticipationView } from '../../schemas/participation.ts';
import type { Poll } from '../../schemas/poll.ts';
import { pollState } from '../polls/poll-state.ts';

type Listed = ParticipationView['organizations'][number];

const NO_RESPONSE = { responses: 0 } as const;

const totalOf = (listed: readonly Listed[]) => {
  const responses = listed.map((one) => one.responses ?? 0);
  return {
    organizations: listed.length,
    begun: responses.filter((some) => some > 0).length,
    responses: responses.reduce((sum, some) => sum + some, 0),
  };
};

/**
 * What may be seen of the participation in a poll: of these organizations alone. One that came
 * after the count has no response in it.
 *
 * @param counted undefined where nothing was counted yet, or not any more
 */
export const viewParticipation = (
  poll: Poll,
  organizations: readonly Organization[],
  counted: ParticipationCount | undefined,
  now: Date,
): ParticipationView => {
  const found = new Map(counted?.organizations.map((one) => [one.organization, one]));
  const listed = organizations.map(
    ({ id, name, expectedResponses }): Listed => ({
      organization: id,
      name,
      ...(expectedResponses !== undefined && { expectedResponses }),
      ...(counted && (found.get(id) ?? NO_RESPONSE)),
    }),
  );
  return {
    poll: poll.id,
    state: pollState(poll, now),
    minRespondents: poll.definition.minRespondents,
    ...(counted && { countedAt: counted.countedAt, total: totalOf(listed) }),
    final: counted?.final ?? false,
    organizations: listed,
    notBegun: listed.filter((one) => one.responses === 0).map(({ organization }) => organization),
  };
};
