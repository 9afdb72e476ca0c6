import type { Call } from '../../local/api/call.ts';
import { putResponse } from '../../local/api/response-requests.ts';
import type { Journal } from '../../local/demonstration/journal.ts';
import { sendVisits } from '../../local/demonstration/send-visits.ts';
import type { Visit } from '../../local/demonstration/visits.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import type { Gate } from './gate.ts';
import { until } from './in-time.ts';
import { type LoadSize, PROBES } from './load-size.ts';
import { type Newcomer, newcomers } from './newcomers.ts';
import { probeTallies } from './probe-tallies.ts';
import { watchTallies } from './watch-tallies.ts';

const LOOK_EVERY_MS = 25;

/**
 * Probes how long it takes to be tallied in each of the organizations that are there for it,
 * until `isOver` and as often as the size wants.
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
  readonly size: LoadSize;
  readonly isOver: () => boolean;
  /** Whether there is no load to measure under. */
  readonly isIdle: () => boolean;
  readonly signal: AbortSignal;
}): Promise<readonly number[]> => {
  const { poll, definition, call, journal, size, isOver, isIdle } = settings;
  const times: number[] = [];
  const over = new AbortController();
  const signal = AbortSignal.any([settings.signal, over.signal]);
  const patience = { patienceMs: size.patienceMs, everyMs: LOOK_EVERY_MS, signal };
  const organizations = PROBES.map(({ id }) => id);
  const tallied = watchTallies({ ...settings, organizations, signal });
  try {
    await Promise.all(
      PROBES.map((organization) => {
        const newcomer = newcomers(poll, definition, [organization]);
        return probeTallies({
          submit: async () => {
            const look = () => !isIdle() || undefined;
            await until('An end to the silence', look, patience);
            await submit(newcomer(), call, journal, signal);
          },
          tallied: () => tallied(organization.id),
          isEnough: () => isOver() && times.length >= size.probes,
          took: (ms) => void times.push(ms),
          patience,
        });
      }),
    );
  } finally {
    over.abort();
  }
  return times;
};

const submit = (
  { holder, answers }: Newcomer,
  call: Call,
  journal: Journal,
  signal: AbortSignal,
): Promise<void> => {
  const request = putResponse(holder, { revision: 0, channel: 'web', answers });
  const step = { request, expected: 201, leaves: answers };
  const visits: readonly Visit[] = [{ holder, kind: 'first', steps: [step] }];
  return sendVisits({ visits, call, clients: 1, turn: async () => {}, journal, signal });
};
