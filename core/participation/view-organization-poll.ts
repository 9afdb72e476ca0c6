import type { Organization } from '../../schemas/organization.ts';
import type { OrganizationPoll } from '../../schemas/participation.ts';
import type { Poll } from '../../schemas/poll.ts';
import { formLanguages } from '../polls/form-languages.ts';
import { pollState } from '../polls/poll-state.ts';

/** A poll as those see it who look after an organization in it. */
export const viewOrganizationPoll = (
  poll: Poll,
  { name }: Pick<Organization, 'name'>,
  now: Date,
): OrganizationPoll => {
  const { title, mode } = poll.definition;
  return {
    id: poll.id,
    state: pollState(poll, now),
    mode,
    ...(title && { title }),
    name,
    languages: [...formLanguages(poll.definition)],
    ...(poll.openedAt && { openedAt: poll.openedAt }),
    ...(poll.closesAt && { closesAt: poll.closesAt }),
    ...(poll.importsCloseAt && { importsCloseAt: poll.importsCloseAt }),
  };
};
