import {
  type DemonstrationOrganization,
  demonstrationOrganizations,
} from '../../local/demonstration/organizations.ts';

/** How many people answer, by the way that their requests take. */
export type LoadSize = { readonly gateway: number; readonly handlers: number };

export const FULL: LoadSize = { gateway: 3_000, handlers: 20_000 };
export const SHORT: LoadSize = { gateway: 300, handlers: 1_500 };

/** Organizations in which nobody but the probes answers. */
export const PROBES: readonly DemonstrationOrganization[] = ['probe-one', 'probe-two'].map(
  (id) => ({
    id,
    responses: 0,
    request: {
      name: { en: id },
      attributes: { region: 'valley', setting: 'urban' },
      peopleServed: 500,
      expectedResponses: 1_000,
    },
  }),
);

/** So many more are expected than come that nobody is told to wait, however fast they come. */
const EXPECTED_TIMES = 4;

/** The demonstration's organizations with so many people that they come to about `people`. */
export const organizationsOf = (people: number): readonly DemonstrationOrganization[] => {
  const total = demonstrationOrganizations.reduce((sum, { responses }) => sum + responses, 0);
  return demonstrationOrganizations.map((organization) => {
    const responses = Math.ceil((organization.responses * people) / total);
    return {
      ...organization,
      responses,
      request: { ...organization.request, expectedResponses: EXPECTED_TIMES * responses },
    };
  });
};
