import type { Call } from '../../local/api/call.ts';
import { putResponse } from '../../local/api/response-requests.ts';
import type { Journal } from '../../local/demonstration/journal.ts';
import { sendVisits } from '../../local/demonstration/send-visits.ts';
import type { Visit } from '../../local/demonstration/visits.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import type { Gate } from './gate.ts';
import { PROBES } from './load-size.ts';
import { type Newcomer, newcomers } from './newcomers.ts';
import { createTallied, probeTallies } from './probe-tallies.ts';

/**
 * Probes, until `signal` ends it, how long it takes to be tallied in each of the organizations
 * that are there for it.
 *
 * @returns milliseconds from a 2xx to the tally
 */
export const runProbes = async (settings: {
  readonly deployment: Deployment;
  readonly poll: string;
  readonly definition: PollDefinition;
  readonly call: Call;
  readonly journal: Journal;
  readonly gate: Gate;
  readonly signal: AbortSignal;
}): Promise<readonly number[]> => {
  const { deployment, poll, definition, call, journal, gate, signal } = settings;
  const tallied = createTallied(deployment, poll);
  const times = await Promise.all(
    PROBES.map((organization) => {
      const newcomer = newcomers(poll, definition, [organization]);
      return probeTallies({
        submit: () => submit(newcomer(), call, journal),
        tallied: () => tallied(organization.id),
        gate,
        signal,
      });
    }),
  );
  return times.flat();
};

/** Not ended by a signal: what was begun must have an outcome. */
const submit = ({ holder, answers }: Newcomer, call: Call, journal: Journal): Promise<void> => {
  const request = putResponse(holder, { revision: 0, channel: 'web', answers });
  const step = { request, expected: 201, leaves: answers };
  const visits: readonly Visit[] = [{ holder, kind: 'first', steps: [step] }];
  const { signal } = new AbortController();
  return sendVisits({ visits, call, clients: 1, turn: async () => {}, journal, signal });
};
