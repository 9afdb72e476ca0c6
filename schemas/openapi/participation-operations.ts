import { examples } from './examples.ts';
import type { Operations } from './operation.ts';

/** What those see who look after an organization. */
export const participationOperations: Operations = {
  'GET /v1/polls/{poll}/participation': {
    id: 'getParticipation',
    tag: 'participation',
    summary: 'How many have answered; never what',
    description:
      'Of all organizations for administrators, of their own for coordinators. As of `countedAt`, not of this moment: it is counted with every roll-up. Channels and days are told only of `minRespondents` responses or more.',
    caller: 'coordinator',
    answers: {
      200: {
        description: 'How many have answered through each organization, by id.',
        bodies: [
          {
            mediaType: 'application/json',
            schema: 'ParticipationView',
            example: examples.participationView,
          },
        ],
      },
    },
    problems: ['coordinators-only', 'unknown-poll'],
  },
  'GET /v1/organizations/{organization}/polls': {
    id: 'listOrganizationPolls',
    tag: 'participation',
    summary: 'The polls that an organization takes part in',
    description: 'Drafts too.',
    caller: 'coordinator',
    answers: {
      200: {
        description: 'The polls, by id; none where nobody put the organization into one.',
        bodies: [
          {
            mediaType: 'application/json',
            schema: 'OrganizationPolls',
            example: examples.organizationPolls,
          },
        ],
      },
    },
    problems: ['coordinators-only', 'unknown-organization'],
  },
};
