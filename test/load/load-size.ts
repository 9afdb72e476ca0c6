import {
  type DemonstrationOrganization,
  demonstrationOrganizations,
} from '../../local/demonstration/organizations.ts';

/** How many people answer, by the way that their requests take, and how long that may last. */
export type LoadSize = {
  readonly gateway: number;
  readonly handlers: number;
  /** How often at least it is measured how long it takes to be tallied. */
  readonly probes: number;
  /** A process is killed so often, of one kind and the other in turn. */
  readonly killEveryMs: number;
  /** After so long the whole run is given up. */
  readonly mostMs: number;
  /** And so is whatever is waited for on the way. */
  readonly patienceMs: number;
};

const MINUTE_MS = 60_000;

export const FULL: LoadSize = {
  gateway: 3_000,
  handlers: 20_000,
  probes: 100,
  killEveryMs: 2_500,
  mostMs: 25 * MINUTE_MS,
  patienceMs: 10 * MINUTE_MS,
};
export const SHORT: LoadSize = {
  gateway: 300,
  handlers: 1_500,
  probes: 20,
  killEveryMs: 1_000,
  mostMs: 6 * MINUTE_MS,
  patienceMs: 2 * MINUTE_MS,
};

const PROBES_AT_ONCE = 16;

/** Few enough that all responses of a probe lie in one bucket. */
const PROBE_EXPECTS = 100;

/** Organizations in which nobody but the probes answers while it is measured. */
export const PROBES: readonly DemonstrationOrganization[] = Array.from(
  { length: PROBES_AT_ONCE },
  (_, index) => {
    const id = `probe-${index + 1}`;
    return {
      id,
      responses: 0,
      request: {
        name: { en: id },
        attributes: { region: 'valley', setting: 'urban' },
        peopleServed: 500,
        expectedResponses: PROBE_EXPECTS,
      },
    };
  },
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
