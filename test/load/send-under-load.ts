import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../../local/api/call.ts';
import { ensureAccepted } from '../../local/api/ensure-accepted.ts';
import { listSnapshots } from '../../local/api/reports.ts';
import type { Journal } from '../../local/demonstration/journal.ts';
import { planVisits } from '../../local/demonstration/plan-visits.ts';
import { sendVisits } from '../../local/demonstration/send-visits.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import { type LoadSize, organizationsOf } from './load-size.ts';

/** With one client a probe they are at most 8 at the gateway, for each takes a process there. */
const GATEWAY_CLIENTS = 6;
const HANDLER_CLIENTS = 8;
const BURST = 150;
const BETWEEN_BURSTS_MS = 1_000;
const BEFORE_INTERIM = 0.85;
const LOOK_EVERY_MS = 1_000;

/** How people get to the service, and what keeps a record of it. */
export type Ways = {
  readonly gateway: Call;
  readonly handlers: Call;
  readonly journal: Journal;
  readonly signal: AbortSignal;
};

/**
 * Has people answer through the gateway and at the handlers at once, in bursts; the last of
 * them when `interim` has settled.
 */
export const sendUnderLoad = async (
  { gateway, handlers, journal, signal }: Ways,
  of: { readonly poll: string; readonly definition: PollDefinition; readonly size: LoadSize },
  interim: Promise<void>,
): Promise<void> => {
  const send = (call: Call, clients: number, people: number, seed: number): Promise<void> => {
    const { visits } = planVisits({ ...of, organizations: organizationsOf(people), seed });
    const turn = async (index: number): Promise<void> => {
      if (index % BURST === 0) await sleep(BETWEEN_BURSTS_MS);
      if (index >= BEFORE_INTERIM * visits.length) await interim;
    };
    return sendVisits({ visits, call, clients, turn, journal, signal });
  };
  await Promise.all([
    send(gateway, GATEWAY_CLIENTS, of.size.gateway, 1),
    send(handlers, HANDLER_CLIENTS, of.size.handlers, 2),
  ]);
};

/** Settles once the journal has so many respondents. */
export const untilRespondents = async (
  journal: Journal,
  respondents: number,
  signal: AbortSignal,
): Promise<void> => {
  while (journal.counts().respondents < respondents) {
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
};

/** Asks for two roll-ups at once, again and again, until an interim release is out. */
export const untilInterim = async (
  poll: string,
  { administrator, planner }: { readonly administrator: Call; readonly planner: Call },
  signal: AbortSignal,
): Promise<void> => {
  const ask = () =>
    ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${poll}/release` });
  for (;;) {
    await Promise.allSettled([ask(), ask()]);
    await sleep(BETWEEN_RELEASES_MS, undefined, { signal });
    const snapshots = await listSnapshots(planner, poll).catch(() => []);
    if (snapshots.some(({ kind }) => kind === 'interim')) return;
  }
};

const BETWEEN_RELEASES_MS = 4_000;
